package dev.kontor.gateway;

import dev.kontor.gateway.connections.Connections;
import dev.kontor.gateway.partnerapi.PartnerApi;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.proxy.RequestTarget;
import dev.kontor.platform.web.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a request means, and refuses the ones that can mean two things. */
@Singleton
class Reception {

    private static final String API = "/v1/";
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern LINE = Pattern.compile("[\\r\\n\\x00]");

    private final Policy policy;
    private final Connections connections;

    Reception(Policy policy, Connections connections) {
        this.policy = policy;
        this.connections = connections;
    }

    Call read(Call call) {
        refuseOtherProtocols(call.request);
        refuseAmbiguousFraming(call.request);
        refuseTwoHosts(call.request);
        refuseHiddenLines(call.request);
        call.target = RequestTarget.of(call.request);
        call.match = policy.match(call.request.method().name(), call.target.path());
        // Inside the API whoever asks has to say first who they are; elsewhere nothing is here to be asked for.
        if (call.match instanceof RouteMatch.Unknown && !call.target.path().startsWith(API)) {
            throw PartnerApi.isForeign(call.target.path()) ? GatewayProblem.NOT_OFFERED.problem() : Problems.notFound();
        }
        return call;
    }

    private static void refuseOtherProtocols(HttpServerRequest request) {
        var upgrade = request.getHeader(HttpHeaders.UPGRADE);
        // An offer of HTTP/2 may be passed over (RFC 9110, section 7.8); clients make it as a matter of course.
        if (upgrade != null && !upgrade.equalsIgnoreCase("h2c")) {
            throw GatewayProblem.UPGRADE_NOT_SUPPORTED.problem();
        }
    }

    private static void refuseAmbiguousFraming(HttpServerRequest request) {
        var encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        var lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        boolean chunked = encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked");
        boolean clearEncoding =
                encodings.isEmpty() || (chunked && lengths.isEmpty() && request.version() != HttpVersion.HTTP_1_0);
        boolean clearLength =
                lengths.isEmpty() || (lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,15}"));
        if (!clearEncoding || !clearLength || request.headers().contains("")) {
            throw GatewayProblem.FRAMING_NOT_ACCEPTABLE.problem().header("Connection", "close");
        }
    }

    /** RFC 9112, section 3.2. */
    private static void refuseTwoHosts(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            throw GatewayProblem.HEADER_NOT_ACCEPTABLE.problem().header("Connection", "close");
        }
    }

    /**
     * HTTP/2 can carry headers that HTTP/1.1, which the services speak, would read as several (RFC 9113, section 10.3), and
     * HTTP/1.1 can say one in two lines (RFC 9112, section 5.2).
     */
    private void refuseHiddenLines(HttpServerRequest request) {
        if (connections.hasFoldedHeader(request)) {
            throw GatewayProblem.HEADER_NOT_ACCEPTABLE.problem().header("Connection", "close");
        }
        if (request.version() == HttpVersion.HTTP_2
                && request.headers().entries().stream().anyMatch(Reception::isNoHeader)) {
            throw GatewayProblem.HEADER_NOT_ACCEPTABLE.problem();
        }
    }

    private static boolean isNoHeader(Map.Entry<String, String> header) {
        return !NAME.matcher(header.getKey()).matches()
                || LINE.matcher(header.getValue()).find();
    }
}
