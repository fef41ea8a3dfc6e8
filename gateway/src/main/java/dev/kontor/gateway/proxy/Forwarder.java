package dev.kontor.gateway.proxy;

import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Streams a request to its service and the answer back, with back-pressure both ways and bounds in time and size. */
@Singleton
public class Forwarder {

    static final int CONNECT_TIMEOUT_MS = 1_000;
    /** How long a service may think, from the end of the request to the head of its answer. */
    static final int HEAD_TIMEOUT_MS = 30_000;
    /** A connection on which nothing moves for so long is given up, an event stream's too. */
    static final int SILENCE_SECONDS = 120;

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpClient client;
    private final URI publicUrl;

    Forwarder(
            Vertx vertx,
            @ConfigProperty(name = "kontor.public.url", defaultValue = "http://127.0.0.1:8080") URI publicUrl) {
        this.publicUrl = publicUrl;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setIdleTimeout(SILENCE_SECONDS)
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(256)
                .setMaxWaitQueueSize(2_000)
                .setDecompressionSupported(false));
    }

    /** Fails with the problem to answer, where nothing was answered yet. */
    public Future<Void> forward(HttpServerRequest request, Forwarding forwarding) {
        if (announced(request) > forwarding.bodyLimit()) {
            return Future.failedFuture(Problem.of(413, "too-large"));
        }
        var body = new LimitedBody(request, forwarding.bodyLimit());
        return client.request(options(request, forwarding))
                .compose(onward -> send(request, body, onward)
                        .compose(answer -> relay(request, answer, forwarding))
                        .onFailure(cause -> onward.reset()))
                .recover(cause -> Future.failedFuture(body.exceeded() ? tooLarge() : away(forwarding, cause)));
    }

    private RequestOptions options(HttpServerRequest request, Forwarding forwarding) {
        var service = forwarding.service();
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI(forwarding.target().uri())
                .setConnectTimeout(CONNECT_TIMEOUT_MS);
        var headers = HttpHeaders.headers();
        PassedHeaders.fromCaller(request.headers(), headers);
        headers.set(HttpHeaders.AUTHORIZATION, forwarding.authorization());
        headers.set(Trace.HEADER, forwarding.trace().next());
        var from = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        headers.set("X-Forwarded-For", from);
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        return options.setHeaders(headers);
    }

    private Future<HttpClientResponse> send(HttpServerRequest request, LimitedBody body, HttpClientRequest onward) {
        // Whoever hangs up takes the service's work with them.
        request.response().closeHandler(closed -> onward.reset());
        if (!hasBody(request)) {
            request.resume();
            onward.idleTimeout(HEAD_TIMEOUT_MS);
            return onward.send();
        }
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            onward.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        body.pipeTo(onward)
                .onSuccess(sent -> onward.idleTimeout(HEAD_TIMEOUT_MS))
                .onFailure(cause -> onward.reset());
        return onward.response();
    }

    private Future<Void> relay(HttpServerRequest request, HttpClientResponse from, Forwarding forwarding) {
        var to = request.response();
        forwarding.beforeAnswer().accept(from.statusCode());
        to.setStatusCode(from.statusCode());
        PassedHeaders.fromService(from.headers(), to.headers(), forwarding.service());
        if (request.method().equals(HttpMethod.HEAD) || from.statusCode() == 204 || from.statusCode() == 304) {
            return to.end();
        }
        if (!from.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            to.setChunked(true);
        }
        return from.pipeTo(to).recover(cause -> {
            // The head is out: all that can still be said is that the body is not whole.
            LOG.debugf("An answer broke off: %s", cause.getMessage());
            to.reset();
            return Future.succeededFuture();
        });
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private static boolean hasBody(HttpServerRequest request) {
        long announced = announced(request);
        return announced >= 0
                ? announced > 0 || WITH_BODY.contains(request.method())
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || (request.version() == HttpVersion.HTTP_2 && WITH_BODY.contains(request.method()));
    }

    private static Problem tooLarge() {
        return Problem.of(413, "too-large").header("Connection", "close");
    }

    private static Problem away(Forwarding forwarding, Throwable cause) {
        LOG.warnf("%s does not answer: %s", forwarding.service(), cause.getMessage());
        return Problems.unavailable(Duration.ofSeconds(1));
    }
}
