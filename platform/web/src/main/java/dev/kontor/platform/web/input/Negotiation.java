package dev.kontor.platform.web.input;

import dev.kontor.platform.web.Acceptance;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Languages;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Decides by a request's headers, before any work is done, which type its body is of and which its answer will be, or
 * refuses them. What follows reads headers that say just that: left to themselves, frameworks break on a type that is none,
 * take a weight of nothing for a wish, and call JSON {@code application/octet-stream} where {@code application/*} was asked
 * for.
 */
public final class Negotiation {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")(?:\\s*;\\s*" + TOKEN
            + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\"))*\\s*;?");

    private static final String ANYTHING = "*/*";
    private static final String AS_IT_IS = "identity";

    private final Forms forms;

    Negotiation(Forms forms) {
        this.forms = forms;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void negotiate(ContainerRequestContext request, RoutingContext vertx) {
        keepReadableLanguages(request, vertx);
        var known = forms.of(request.getMethod(), vertx.request().path());
        if (!known.isEmpty()) {
            var taking = taking(request, vertx, known);
            chooseAnswer(request, vertx, taking);
        }
    }

    private static void keepReadableLanguages(ContainerRequestContext request, RoutingContext vertx) {
        var lines = vertx.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
        if (!lines.isEmpty()) {
            var given = String.join(",", lines);
            var readable = Languages.readable(given);
            if (!readable.equals(given)) {
                set(request, vertx, "Accept-Language", readable);
            }
        }
    }

    /** Those of the call's forms that take a body of the type that was sent. */
    private static List<Form> taking(ContainerRequestContext request, RoutingContext vertx, List<Form> forms) {
        var headers = vertx.request().headers();
        if (forms.stream().allMatch(form -> form.takes().isEmpty())) {
            // Of a body that nobody reads nobody needs to know the type.
            set(request, vertx, "Content-Type", "");
            return forms;
        }
        var coding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(AS_IT_IS)) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem().header("Accept-Encoding", AS_IT_IS);
        }
        var lines = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (lines.stream().allMatch(String::isBlank)) {
            return first(request, vertx, forms);
        }
        var type = lines.size() == 1 ? MEDIA_TYPE.matcher(lines.get(0).strip()) : null;
        var essence = type == null || !type.matches() ? "" : type.group(1).toLowerCase(Locale.ROOT);
        var taking =
                forms.stream().filter(form -> form.takes().contains(essence)).toList();
        if (taking.isEmpty() && isEmpty(vertx.request())) {
            // The type of a body that may be missing, and is, is of no interest.
            return first(request, vertx, forms);
        }
        if (taking.isEmpty()) {
            throw unsupported(forms);
        }
        return taking;
    }

    private static List<Form> first(ContainerRequestContext request, RoutingContext vertx, List<Form> forms) {
        var first =
                forms.stream().filter(form -> !form.takes().isEmpty()).limit(1).toList();
        set(request, vertx, "Content-Type", first.get(0).takes().get(0));
        return first;
    }

    private static boolean isEmpty(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.version() != HttpVersion.HTTP_2 && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : length.strip().equals("0");
    }

    /** Names what is taken (RFC 9110, section 15.5.16; RFC 5789, section 2.2). */
    private static Problem unsupported(List<Form> forms) {
        var taken = types(forms.stream().map(Form::takes));
        var problem = CommonProblem.UNSUPPORTED_MEDIA_TYPE
                .problem()
                .with(Acceptance.MEDIA_TYPES, taken)
                .header("Accept", String.join(", ", taken));
        return taken.contains(MergePatch.MEDIA_TYPE)
                ? problem.header("Accept-Patch", String.join(", ", taken))
                : problem;
    }

    private static void chooseAnswer(ContainerRequestContext request, RoutingContext vertx, List<Form> forms) {
        var lines = vertx.request().headers().getAll(HttpHeaders.ACCEPT);
        if (lines.isEmpty()) {
            return;
        }
        var offered = types(forms.stream().map(Form::answers));
        if (offered.isEmpty()) {
            set(request, vertx, "Accept", "");
            return;
        }
        var acceptance = Acceptance.of(lines);
        var best = acceptance.best(offered);
        var given = String.join(",", lines);
        if (!given.equals(ANYTHING) && !given.equals(best)) {
            set(request, vertx, "Accept", weighted(acceptance.among(offered)));
        }
    }

    private static List<String> types(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().toList();
    }

    /** In the order of these, which not every reader keeps unless weights say it. */
    private static String weighted(List<String> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> i == 0 ? types.get(i) : types.get(i) + ";q=0." + Math.max(1, 10 - i))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    /** In both places where a header is read from; an empty value takes it away. */
    private static void set(ContainerRequestContext request, RoutingContext vertx, String name, String value) {
        if (value.isEmpty()) {
            vertx.request().headers().remove(name);
            request.getHeaders().remove(name);
        } else {
            vertx.request().headers().set(name, value);
            request.getHeaders().putSingle(name, value);
        }
    }
}
