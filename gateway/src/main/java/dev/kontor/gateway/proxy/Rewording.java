package dev.kontor.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;

/** Answers a service's problem in another API's words. */
@FunctionalInterface
public interface Rewording {

    /** Answers; the problem's JSON is empty where it was too long to be read, or there was none. */
    void answer(HttpServerRequest request, HttpClientResponse answer, Buffer problem);
}
