package dev.kontor.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks by {@code GET}, where nothing else is said, and waits at most {@value #TIMEOUT_MS} ms for the whole answer. */
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
        return send(request(where), null, TIMEOUT_MS);
    }

    /** Asks with an {@code Authorization} header. */
    public Future<Answer> ask(URI where, String authorization) {
        return send(request(where).putHeader(HttpHeaders.AUTHORIZATION.toString(), authorization), null, TIMEOUT_MS);
    }

    /** Posts a form with an {@code Authorization} header, and waits no longer than that for the whole answer. */
    public Future<Answer> post(URI where, String authorization, String form, Duration patience) {
        var options = request(where)
                .setMethod(HttpMethod.POST)
                .setTimeout(patience.toMillis())
                .putHeader(HttpHeaders.AUTHORIZATION.toString(), authorization)
                .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/x-www-form-urlencoded");
        return send(options, Buffer.buffer(form), patience.toMillis());
    }

    private static RequestOptions request(URI where) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(where.toString())
                .setTimeout(TIMEOUT_MS)
                .putHeader("Accept", "application/json");
    }

    private Future<Answer> send(RequestOptions options, Buffer body, long patience) {
        return client.request(options).compose(request -> (body == null ? request.send() : request.send(body))
                .compose(response -> response.body().map(whole -> new Answer(response.statusCode(), whole)))
                .timeout(patience, TimeUnit.MILLISECONDS)
                .onFailure(cause -> request.reset()));
    }
}
