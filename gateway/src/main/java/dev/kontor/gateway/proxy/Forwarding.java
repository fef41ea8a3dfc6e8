package dev.kontor.gateway.proxy;

import java.net.URI;

/**
 * One authorised request on its way.
 *
 * @param authorization the passport that takes the place of the caller's token
 * @param bodyLimit the longest body taken, in bytes
 * @param beforeAnswer told the status before the caller can see it
 */
public record Forwarding(
        URI service,
        RequestTarget target,
        String authorization,
        Trace trace,
        long bodyLimit,
        java.util.function.IntConsumer beforeAnswer) {}
