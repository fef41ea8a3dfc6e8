package dev.kontor.gateway.proxy;

import dev.kontor.gateway.connections.Connections;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.upstream.CircuitBreaker;
import dev.kontor.gateway.upstream.CircuitBreakers;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.ProblemDocument;
import dev.kontor.platform.web.Problems;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.streams.WriteStream;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Streams a request to its service and the answer back, with back-pressure both ways and bounds in time and size. */
@Singleton
public class Forwarder {

    static final int CONNECT_TIMEOUT_MS = 1_000;
    /** A connection on which nothing moves for so long is given up, an event stream's too. */
    static final int SILENCE_SECONDS = 120;
    /** In bytes: an answer that fits into a connection's buffers is off its service's hands at once. */
    private static final int UNWATCHED = 64 * 1024;
    /** In bytes. */
    private static final int LONGEST_PROBLEM = 64 * 1024;

    private static final Logger LOG = Logger.getLogger(Forwarder.class);

    private final Vertx vertx;
    /**
     * One for each event loop, so that a request stays on the loop it came in on. One pool for all hands out the connection
     * that was used last, whichever loop it belongs to, and then two loops wake each other several times a request.
     */
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    private final CircuitBreakers breakers;
    private final URI publicUrl;
    private final long headTimeout;
    private final Duration bodyGrace;
    private final Duration answerWindow;

    Forwarder(
            Vertx vertx,
            CircuitBreakers breakers,
            @ConfigProperty(name = "kontor.public.url", defaultValue = "http://127.0.0.1:8080") URI publicUrl,
            @ConfigProperty(name = "kontor.forwarding.timeout", defaultValue = "PT30S") Duration headTimeout,
            @ConfigProperty(name = "kontor.forwarding.body-grace", defaultValue = "PT20S") Duration bodyGrace,
            @ConfigProperty(name = "kontor.forwarding.answer-window", defaultValue = "PT60S") Duration answerWindow) {
        this.vertx = vertx;
        this.breakers = breakers;
        this.publicUrl = publicUrl;
        this.headTimeout = headTimeout.toMillis();
        this.bodyGrace = bodyGrace;
        this.answerWindow = answerWindow;
    }

    private HttpClient client() {
        var loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        return clients.computeIfAbsent(
                loop,
                its -> vertx.createHttpClient(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setIdleTimeout(SILENCE_SECONDS)
                        .setKeepAliveTimeout(30)
                        .setMaxPoolSize(128)
                        .setMaxWaitQueueSize(1_000)
                        .setDecompressionSupported(false)));
    }

    /** Fails with the problem to answer, where nothing was answered yet. */
    public Future<Void> forward(HttpServerRequest request, Forwarding forwarding) {
        if (Framing.announced(request) > forwarding.bodyLimit()) {
            return Future.failedFuture(tooLarge());
        }
        var breaker = breakers.of(forwarding.service());
        if (!breaker.admits()) {
            return Future.failedFuture(Problems.unavailable(CircuitBreaker.PAUSE));
        }
        var body = new LimitedBody(request, forwarding.bodyLimit(), System::nanoTime);
        return ask(request, body, forwarding, false)
                .compose(
                        answer -> {
                            breaker.answered();
                            return relay(request, answer, forwarding);
                        },
                        cause -> Future.failedFuture(refusal(request, body, forwarding, breaker, cause)));
    }

    /** Asks a second time where that can do no harm: nothing was sent, or what was sent only reads. */
    private Future<HttpClientResponse> ask(
            HttpServerRequest request, LimitedBody body, Forwarding forwarding, boolean again) {
        return client().request(options(request, forwarding))
                .compose(
                        onward -> send(request, body, onward).recover(cause -> {
                            onward.reset();
                            return again || !Framing.isRepeatable(request) || isHopeless(request, cause)
                                    ? Future.failedFuture(cause)
                                    : ask(request, body, forwarding, true);
                        }),
                        cause -> again || isHopeless(request, cause)
                                ? Future.failedFuture(cause)
                                : ask(request, body, forwarding, true));
    }

    /** Nobody waits for it any more, or a second try would only make a long wait twice as long. */
    private static boolean isHopeless(HttpServerRequest request, Throwable cause) {
        return request.response().closed()
                || cause instanceof TimeoutException
                || cause instanceof ConnectionPoolTooBusyException;
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
        Compression.unmarkConditions(headers);
        headers.set(HttpHeaders.AUTHORIZATION, forwarding.authorization());
        headers.set(Trace.HEADER, forwarding.trace().next());
        if (forwarding.tenant() != null) {
            headers.set("X-Tenant-ID", forwarding.tenant().toString());
        }
        headers.set("X-Forwarded-For", forwarding.from());
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        return options.setHeaders(headers);
    }

    private Future<HttpClientResponse> send(HttpServerRequest request, LimitedBody body, HttpClientRequest onward) {
        // Whoever hangs up takes the service's work with them.
        request.response().closeHandler(closed -> onward.reset());
        if (!Framing.hasBody(request)) {
            // A second try finds it at its end already.
            if (!request.isEnded()) {
                request.resume();
            }
            onward.idleTimeout(headTimeout);
            return onward.send();
        }
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            onward.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        long pace = vertx.setPeriodic(Math.max(1, bodyGrace.toMillis() / 4), timer -> body.requirePace(bodyGrace));
        // What breaks off is never ended, on either side: an end would make a whole of it.
        body.pipe()
                .endOnFailure(false)
                .to(onward)
                .onComplete(end -> vertx.cancelTimer(pace))
                .onSuccess(sent -> awaitHead(onward))
                .onFailure(cause -> onward.reset());
        return onward.response();
    }

    /**
     * The head ends this bound, and an event stream may be silent for longer. Set after the head, it would outlive the
     * request, and close the connection under another one.
     */
    private void awaitHead(HttpClientRequest onward) {
        if (!onward.response().isComplete()) {
            onward.idleTimeout(headTimeout);
        }
    }

    private Future<Void> relay(HttpServerRequest request, HttpClientResponse from, Forwarding forwarding) {
        var to = request.response();
        forwarding.beforeAnswer().accept(from);
        to.setStatusCode(from.statusCode());
        PassedHeaders.fromService(from.headers(), to.headers(), forwarding.service());
        if (forwarding.rewording() != null && isProblem(from)) {
            return problem(from).map(problem -> {
                forwarding.rewording().answer(request, from, problem);
                return null;
            });
        }
        if (request.method().equals(HttpMethod.HEAD) || from.statusCode() == 204 || from.statusCode() == 304) {
            Compression.markNotModified(request, to.headers());
            return to.end();
        }
        boolean fitting = Compression.isFitting(request, from);
        boolean compressed = fitting && Compression.isWanted(request);
        if (fitting) {
            Compression.mark(to.headers(), compressed);
        }
        var length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || compressed) {
            to.setChunked(true);
        }
        WriteStream<Buffer> taking = compressed ? new CompressedAnswer(to) : to;
        var relayed = from.pipe().endOnFailure(false).to(taking).recover(cause -> {
            // The head is out: all that can still be said is that the body is not whole.
            LOG.debugf("An answer broke off: %s", cause.getMessage());
            breakOff(request);
            return Future.succeededFuture();
        });
        if (length == null || Long.parseLong(length) > UNWATCHED) {
            requirePace(request, relayed);
        }
        return relayed;
    }

    private static boolean isProblem(HttpClientResponse answer) {
        var type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        return answer.statusCode() >= 400 && type != null && type.startsWith(ProblemDocument.MEDIA_TYPE);
    }

    /** Whole, or nothing of one that is too long. */
    private static Future<Buffer> problem(HttpClientResponse answer) {
        var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) <= LONGEST_PROBLEM) {
            return answer.body();
        }
        return answer.resume().end().map(over -> Buffer.buffer());
    }

    /** Whoever leaves an answer lying would keep a connection to the service with it. */
    private void requirePace(HttpServerRequest request, Future<Void> relayed) {
        var pace = new AnswerPace(request.response(), answerWindow);
        long timer = vertx.setPeriodic(answerWindow.toMillis(), window -> {
            if (pace.isTooSlow()) {
                breakOff(request);
            }
        });
        relayed.onComplete(over -> vertx.cancelTimer(timer));
    }

    /**
     * Ends an answer in its middle. HTTP/1.1 has only the connection to reset; closed by itself, it also tells those who wait
     * for the request.
     */
    public static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            Connections.cutOff(request);
        }
    }

    private static Problem refusal(
            HttpServerRequest request,
            LimitedBody body,
            Forwarding forwarding,
            CircuitBreaker breaker,
            Throwable cause) {
        if (body.breach() == LimitedBody.Breach.TOO_LARGE) {
            return tooLarge();
        }
        if (body.breach() == LimitedBody.Breach.TOO_SLOW) {
            return GatewayProblem.REQUEST_TOO_SLOW.problem().header("Connection", "close");
        }
        if (body.breach() == null && !request.response().closed() && breaker.failed()) {
            LOG.errorf("%s does not answer, and is asked only now and then: %s", forwarding.service(), cause);
        } else {
            LOG.warnf("%s did not answer: %s", forwarding.service(), cause.getMessage());
        }
        return Problems.unavailable(CircuitBreaker.PAUSE);
    }

    private static Problem tooLarge() {
        return CommonProblem.TOO_LARGE.problem().header("Connection", "close");
    }
}
