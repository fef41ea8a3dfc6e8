package dev.kontor.gateway.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds what neither Quarkus nor Vert.x has a setting for; {@link NewConnections} shows us each connection. How many there may
 * be ({@code kontor.connections.most}): Quarkus counts one only when its first bytes are there. How long a head may take
 * ({@code kontor.heads.timeout}): an idle timeout begins anew with every byte. And how many requests may wait on one:
 * {@value RequestsAhead#MOST}. Over HTTP/2 a clock runs for the first head only, and its own limit of streams holds.
 */
@Singleton
public class Connections {

    /** On a connection with an answer that said it is the last. */
    private static final AttributeKey<Boolean> LAST = AttributeKey.valueOf("kontor.last");

    private static volatile Watch watch;

    private final int most;
    private final Duration timeout;

    /** What is watched on the gateway's port; the process has other servers too. */
    private record Watch(int port, int most, Duration timeout, AtomicInteger open) {}

    Connections(
            @ConfigProperty(name = "kontor.connections.most", defaultValue = "10000") int most,
            @ConfigProperty(name = "kontor.heads.timeout", defaultValue = "PT10S") Duration timeout) {
        this.most = most;
        this.timeout = timeout;
    }

    void listen(@ObservesAsync HttpServerStart started) {
        watch = new Watch(started.options().getPort(), most, timeout, new AtomicInteger());
    }

    static void opened(Channel channel) {
        var current = watch;
        if (current != null
                && channel.localAddress() instanceof InetSocketAddress local
                && local.getPort() == current.port()) {
            var full = current.open().incrementAndGet() > current.most();
            channel.closeFuture().addListener(closed -> current.open().decrementAndGet());
            channel.pipeline().addFirst(new HeadDeadline(current.timeout()));
            if (full) {
                // Whether it closes well is of no interest any more.
                var unused = channel.close();
            }
        }
    }

    /** The head of the request is here. */
    public void arrived(HttpServerRequest request) {
        var pipeline = pipeline(request);
        tell(pipeline, HeadDeadline.class, HeadDeadline::arrived);
        if (request.version() != HttpVersion.HTTP_2 && pipeline.get(RequestsAhead.class) == null) {
            var vertx = pipeline.context(VertxHandler.class);
            // None where the connection is closed already.
            if (vertx != null) {
                pipeline.addBefore(vertx.name(), null, new RequestsAhead());
            }
        }
    }

    /** Whether a header of the request stood in two lines; HTTP/2 has none of these. */
    public boolean hasFoldedHeader(HttpServerRequest request) {
        var head = request.version() == HttpVersion.HTTP_2
                ? null
                : pipeline(request).get(HeadDeadline.class);
        return head != null && head.isFolded();
    }

    /** Whether it came behind a request whose answer said it is the last one on their connection. */
    public boolean isBehindTheLast(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2 && channel(request).hasAttr(LAST);
    }

    /** The head of its answer is on its way. */
    public void answering(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2
                && request.response().headers().contains(HttpHeaders.CONNECTION, "close", true)) {
            channel(request).attr(LAST).set(true);
        }
    }

    /** The request is over, and the next bytes on its connection begin another head, or are of no interest any more. */
    public void over(HttpServerRequest request) {
        // HTTP/2 sends frames of many requests between each other.
        if (request.version() != HttpVersion.HTTP_2) {
            var pipeline = pipeline(request);
            if (channel(request).hasAttr(LAST) && pipeline.get(LastAnswer.class) == null) {
                pipeline.addFirst(new LastAnswer());
            }
            tell(pipeline, HeadDeadline.class, HeadDeadline::over);
            tell(pipeline, RequestsAhead.class, RequestsAhead::answered);
        }
    }

    /**
     * Closes the connection a request came on, at once: Vert.x, and its handler in the pipeline, would first wait until the
     * caller has taken all that lies there.
     */
    public static void cutOff(HttpServerRequest request) {
        var first = pipeline(request).firstContext();
        // None where it is closed already.
        if (first != null) {
            // Whether it closes well is of no interest any more.
            var unused = first.close();
        }
    }

    private static ChannelPipeline pipeline(HttpServerRequest request) {
        return channel(request).pipeline();
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    private static <T extends ChannelHandler> void tell(ChannelPipeline pipeline, Class<T> handler, Consumer<T> what) {
        var present = pipeline.get(handler);
        if (present != null) {
            what.accept(present);
        }
    }
}
