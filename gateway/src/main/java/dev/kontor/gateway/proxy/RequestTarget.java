package dev.kontor.gateway.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.PathTemplate;
import dev.kontor.platform.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/**
 * The target of a request, in the one spelling that gateway and service read alike.
 *
 * <p>Services decode percent signs, drop matrix parameters and resolve dots; a target that would change by that is
 * refused rather than repaired, so that what was authorised is what is done.
 *
 * @param path starts with a slash; has no empty segment, no dot segment, no escape of what needs none
 * @param query without the question mark, or null
 */
public record RequestTarget(String path, String query) {

    private static final Pattern ABSOLUTE =
            Pattern.compile("https?://[A-Za-z0-9.\\[\\]:_-]+(?=[/?]|$)", Pattern.CASE_INSENSITIVE);
    private static final String PATH_MARKS = "-._~!$&'()*+,=:@";
    private static final String QUERY_MARKS = PATH_MARKS + "/?;[]";
    /** What may come escaped in a path: neither what needs no escape nor what a decoder would act on. */
    private static final String ESCAPABLE = " !\"$&'()*+,:<=>@[]^`{|}";

    /** Reads the target, or refuses it with 400. */
    public static RequestTarget of(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2 ? of(request.uri()) : ofHttp1(request.uri());
    }

    /** HTTP/1.1 may name scheme and authority, as a proxy's client does (RFC 9112, section 3.2.2); one host is like another here. */
    static RequestTarget ofHttp1(String uri) {
        var absolute = ABSOLUTE.matcher(uri);
        if (!absolute.lookingAt()) {
            return of(uri);
        }
        var rest = uri.substring(absolute.end());
        return of(rest.startsWith("/") ? rest : "/" + rest);
    }

    static RequestTarget of(String uri) {
        if (uri == null) {
            throw refused();
        }
        int mark = uri.indexOf('?');
        var path = mark < 0 ? uri : uri.substring(0, mark);
        var query = mark < 0 ? null : uri.substring(mark + 1);
        if (!acceptablePath(path) || (query != null && !acceptableQuery(query))) {
            throw refused();
        }
        return new RequestTarget(path, query);
    }

    /** As it goes to the service. */
    public String uri() {
        return query == null ? path : path + "?" + query;
    }

    private static boolean acceptablePath(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                if (!acceptableEscape(path, i + 1)) {
                    return false;
                }
                i += 2;
            } else if (c != '/' && !isLetterOrDigit(c) && PATH_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return path.equals("/") || PathTemplate.segments(path).stream().noneMatch(RequestTarget::vanishes);
    }

    /** Segments that a normalising reader drops or resolves. */
    private static boolean vanishes(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    private static boolean acceptableEscape(String path, int at) {
        int escaped = escaped(path, at);
        return escaped >= 0 && ESCAPABLE.indexOf((char) escaped) >= 0;
    }

    /** What a query may hold (RFC 3986, section 3.4), and brackets, which many leave as they are; escapes are of UTF-8. */
    private static boolean acceptableQuery(String query) {
        var bytes = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%') {
                int escaped = escaped(query, i + 1);
                if (escaped < 0) {
                    return false;
                }
                bytes.write(escaped);
                i += 2;
            } else if (isLetterOrDigit(c) || QUERY_MARKS.indexOf(c) >= 0) {
                bytes.write(c);
            } else {
                return false;
            }
        }
        return isUtf8(bytes.toByteArray());
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** The byte whose two digits are at that place; below zero where there are none. */
    private static int escaped(String text, int at) {
        int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static Problem refused() {
        return GatewayProblem.PATH_NOT_ACCEPTABLE.problem();
    }
}
