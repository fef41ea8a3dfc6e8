package dev.kontor.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Asks by {@code GET} and waits at most {@value #TIMEOUT_MS} ms for the whole answer. */
@Singleton
public class Questions {

    static final int TIMEOUT_MS = 2_000;

    private final HttpClient client;

    Questions(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(1_000)
                .setMaxPoolSize(64)
                .setMaxWaitQueueSize(1_000)
                .setKeepAliveTimeout(30));
    }

    /** Asks without saying who asks. */
    public Future<Answer> ask(URI where) {
        return send(request(where));
    }

    /** Asks with an {@code Authorization} header. */
    public Future<Answer> ask(URI where, String authorization) {
        return send(request(where).putHeader(HttpHeaders.AUTHORIZATION.toString(), authorization));
    }

    private static RequestOptions request(URI where) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(where.toString())
                .setTimeout(TIMEOUT_MS)
                .putHeader("Accept", "application/json");
    }

    private Future<Answer> send(RequestOptions options) {
        return client.request(options).compose(request -> request.send()
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)))
                .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .onFailure(cause -> request.reset()));
    }
}
