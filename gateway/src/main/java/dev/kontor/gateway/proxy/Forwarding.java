package dev.kontor.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.util.function.Consumer;

/**
 * One authorised request on its way.
 *
 * @param authorization the passport that takes the place of the caller's token
 * @param from the caller's address
 * @param bodyLimit the longest body taken, in bytes
 * @param beforeAnswer told the service's answer before the caller can see it
 */
public record Forwarding(
        URI service,
        RequestTarget target,
        CharSequence authorization,
        Trace trace,
        String from,
        long bodyLimit,
        Consumer<HttpClientResponse> beforeAnswer) {}
