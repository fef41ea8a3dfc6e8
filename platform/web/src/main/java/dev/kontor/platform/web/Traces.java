package dev.kontor.platform.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The W3C trace the current work belongs to. */
public final class Traces {

    private Traces() {}

    /** The 32 hex digits of the trace id, or null outside a trace. */
    public static String traceId() {
        var context = current();
        return context.isValid() ? context.getTraceId() : null;
    }

    /** The {@code traceparent} value to hand on, or null outside a trace. */
    public static String traceparent() {
        var context = current();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    private static SpanContext current() {
        return Span.current().getSpanContext();
    }
}
