package dev.kontor.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that greets with one byte whoever is let in, without a word from its callers. */
class ConnectionsTest {

    private static final int MOST = 3;

    private final NioEventLoopGroup loops = new NioEventLoopGroup(2);
    private InetSocketAddress server;

    @BeforeEach
    void listen() {
        var listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        Connections.opened(channel);
                        channel.pipeline().addLast(new Greeting());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly();
        server = (InetSocketAddress) listening.channel().localAddress();
        new Connections(MOST, Duration.ofSeconds(10))
                .listen(new HttpServerStart(new HttpServerOptions().setPort(server.getPort())));
    }

    @AfterEach
    void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void oneMoreThanTheMostIsClosedAndOneThatEndsMakesRoom() throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < MOST; i++) {
                open.add(new Socket(server.getAddress(), server.getPort()));
                assertThat(open.get(i).getInputStream().read()).isNotNegative();
            }
            assertThat(isLetIn()).isFalse();

            open.remove(0).close();
            await().until(this::isLetIn);
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    private boolean isLetIn() throws IOException {
        try (var connection = new Socket(server.getAddress(), server.getPort())) {
            return connection.getInputStream().read() >= 0;
        }
    }

    private static final class Greeting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var unused = context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {1}));
            context.fireChannelActive();
        }
    }
}
