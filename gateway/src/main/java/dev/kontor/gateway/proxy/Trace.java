package dev.kontor.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The W3C trace a request belongs to: the caller's where it names one, else a new one. */
public record Trace(String id, String flags) {

    public static final String HEADER = "traceparent";

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Takes up a {@code traceparent}; one that is absent or malformed starts a trace. */
    public static Trace of(String traceparent) {
        if (traceparent != null && TRACEPARENT.matcher(traceparent).matches()) {
            return new Trace(traceparent.substring(3, 35), traceparent.substring(53));
        }
        return new Trace(hex() + hex(), "01");
    }

    /** The header for the next hop: this trace, a span of its own. */
    public String next() {
        return "00-" + id + "-" + hex() + "-" + flags;
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
