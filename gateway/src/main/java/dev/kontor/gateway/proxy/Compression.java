package dev.kontor.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which answers are compressed, and what their headers then say: JSON from {@value #LEAST} bytes on, where the caller takes
 * gzip. Never one that says {@code no-store}: such answers hold secrets, and their length would tell of them (decision 035).
 */
public final class Compression {

    public static final int LEAST = 1_024;

    private static final String GZIP = "gzip";
    /** Goes before the closing quote of a compressed answer's tag: other bytes are another representation. */
    private static final String MARK = ".gz";

    private static final Pattern STRONG_TAG = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CODING =
            Pattern.compile("\\s*([^;\\s]+)\\s*(?:;\\s*[qQ]\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

    private Compression() {}

    /** Whether {@code Accept-Encoding} asks for gzip, by its name or by that of all (RFC 9110, section 12.5.3). */
    public static boolean isWanted(HttpServerRequest request) {
        boolean wanted = false;
        for (var line : request.headers().getAll(HttpHeaders.ACCEPT_ENCODING)) {
            for (var part : line.split(",", -1)) {
                var coding = CODING.matcher(part);
                if (coding.matches()) {
                    var name = coding.group(1).toLowerCase(Locale.ROOT);
                    boolean taken = coding.group(2) == null || Double.parseDouble(coding.group(2)) > 0;
                    if (name.equals(GZIP) || name.equals("x-gzip")) {
                        return taken;
                    }
                    wanted |= taken && name.equals("*");
                }
            }
        }
        return wanted;
    }

    /** Tells caches that the answer depends on what is asked for, and says how it comes. */
    public static void mark(MultiMap headers, boolean compressed) {
        headers.add(HttpHeaders.VARY, "Accept-Encoding");
        if (compressed) {
            headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            tag(headers);
        }
    }

    /** Whether an answer of a service may be compressed at all. */
    static boolean isFitting(HttpServerRequest request, HttpClientResponse answer) {
        var headers = answer.headers();
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        var storage = headers.get(HttpHeaders.CACHE_CONTROL);
        return !request.method().equals(HttpMethod.HEAD)
                && answer.statusCode() != 206
                && type != null
                && isJson(type)
                && (length == null || Long.parseLong(length) >= LEAST)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && (storage == null || !storage.contains("no-store"));
    }

    /** A condition names what a caller got; services know nothing of how it came. */
    static void unmarkConditions(MultiMap headers) {
        for (var name : new CharSequence[] {HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH, "If-Range"}) {
            var condition = headers.get(name);
            if (condition != null && condition.contains(MARK + "\"")) {
                headers.set(name, condition.replace(MARK + "\"", "\""));
            }
        }
    }

    /** A 304 has the tag that its answer would have (RFC 9110, section 15.4.5). */
    static void markNotModified(HttpServerRequest request, MultiMap headers) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var tag = headers.get(HttpHeaders.ETAG);
        if (known != null && tag != null && known.contains(marked(tag))) {
            headers.set(HttpHeaders.ETAG, marked(tag));
        }
    }

    private static void tag(MultiMap headers) {
        var tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && STRONG_TAG.matcher(tag).matches()) {
            headers.set(HttpHeaders.ETAG, marked(tag));
        }
    }

    private static String marked(String tag) {
        return tag.endsWith("\"") ? tag.substring(0, tag.length() - 1) + MARK + "\"" : tag;
    }

    private static boolean isJson(String type) {
        var essence = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return essence.equals("application/json") || essence.endsWith("+json");
    }

    /** All of it at once. */
    public static Buffer gzip(Buffer plain) {
        var all = new Gzip();
        return all.add(plain).appendBuffer(all.end());
    }
}
