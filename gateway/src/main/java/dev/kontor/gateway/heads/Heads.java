package dev.kontor.gateway.heads;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a head may take ({@code kontor.heads.timeout}). An idle timeout does not bound it, since it begins anew with every
 * byte, and neither Quarkus nor Vert.x has a setting that does; so {@link Connections} shows us each connection.
 */
@Singleton
public class Heads {

    private static volatile Watch watch;

    private final Duration timeout;

    /** The port on which heads are waited for, and how long; the process has other servers too. */
    private record Watch(int port, Duration timeout) {}

    Heads(@ConfigProperty(name = "kontor.heads.timeout", defaultValue = "PT10S") Duration timeout) {
        this.timeout = timeout;
    }

    void listen(@ObservesAsync HttpServerStart started) {
        watch = new Watch(started.options().getPort(), timeout);
    }

    static void opened(Channel channel) {
        var current = watch;
        if (current != null
                && channel.localAddress() instanceof InetSocketAddress local
                && local.getPort() == current.port()) {
            channel.pipeline().addFirst(new HeadDeadline(current.timeout()));
        }
    }

    /** The head of the request is here. */
    public void arrived(HttpServerRequest request) {
        about(request, HeadDeadline::arrived);
    }

    /** The request is over, and the next bytes on its connection begin another head. */
    public void over(HttpServerRequest request) {
        // HTTP/2 sends frames of many requests between each other.
        if (request.version() != HttpVersion.HTTP_2) {
            about(request, HeadDeadline::over);
        }
    }

    private static void about(HttpServerRequest request, Consumer<HeadDeadline> what) {
        var deadline =
                ((ConnectionBase) request.connection()).channel().pipeline().get(HeadDeadline.class);
        if (deadline != null) {
            what.accept(deadline);
        }
    }
}
