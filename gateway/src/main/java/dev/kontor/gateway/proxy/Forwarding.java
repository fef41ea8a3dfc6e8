package dev.kontor.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One authorised request on its way.
 *
 * @param authorization the passport that takes the place of the caller's token
 * @param from the caller's address
 * @param bodyLimit the longest body taken, in bytes
 * @param tenant the customer that {@code X-Tenant-ID} names, or null where no header names one
 * @param rewording says the service's problems in another API's words; null where they are passed on
 * @param beforeAnswer told the service's answer before the caller can see it
 */
public record Forwarding(
        URI service,
        RequestTarget target,
        CharSequence authorization,
        Trace trace,
        String from,
        long bodyLimit,
        UUID tenant,
        Rewording rewording,
        Consumer<HttpClientResponse> beforeAnswer) {}
