package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls to an address that was looked up and judged before. TLS still speaks of the host (SNI, and whose the certificate
 * must be); redirects are answers like any other, and no answer is read beyond 64 KiB.
 */
@ApplicationScoped
class CrmHttp {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final AddressGuard guard;
    private final CrmConfig config;

    @Inject
    CrmHttp(Vertx vertx, AddressGuard guard, CrmConfig config) {
        this(vertx, guard, config, new HttpClientOptions());
    }

    CrmHttp(Vertx vertx, AddressGuard guard, CrmConfig config, HttpClientOptions options) {
        // A connection is of one call: its address is judged each time.
        this.client = vertx.createHttpClient(options.setKeepAlive(false).setVerifyHost(true));
        this.guard = guard;
        this.config = config;
    }

    record Answer(int status, String retryAfter, String body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * @throws CrmFailure where there is no answer, or none may be asked for
     */
    Answer send(HttpMethod method, CrmUrl base, String path, Map<String, String> headers, String body)
            throws CrmFailure {
        var request = new RequestOptions()
                .setMethod(method)
                .setSsl(base.isEncrypted())
                .setHost(base.host())
                .setPort(base.port())
                .setURI(base.path() + path)
                .setServer(SocketAddress.inetSocketAddress(
                        base.port(), guard.pin(base).getHostAddress()))
                .setFollowRedirects(false);
        headers.forEach(request::putHeader);
        return await(request, body);
    }

    private Answer await(RequestOptions options, String body) throws CrmFailure {
        var sent = new AtomicReference<HttpClientRequest>();
        var answer = client.request(options).compose(request -> {
            sent.set(request);
            return request.send(body).compose(CrmHttp::read);
        });
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var request = sent.get();
            if (request != null) {
                request.reset();
            }
            throw CrmFailure.of(CrmReason.TIMED_OUT);
        } catch (ExecutionException e) {
            throw CrmFailure.of(CrmReason.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CrmFailure.of(CrmReason.UNREACHABLE);
        }
    }

    private static Future<Answer> read(HttpClientResponse response) {
        var answer = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(
                new Answer(response.statusCode(), response.getHeader("Retry-After"), body.toString())));
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST_ANSWER) {
                answer.tryFail("a larger answer than any CRM gives");
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        return answer.future();
    }
}
