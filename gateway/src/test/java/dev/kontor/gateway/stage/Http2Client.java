package dev.kontor.gateway.stage;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Says over HTTP/2 whatever it is told to, also what no client may say. */
public final class Http2Client implements AutoCloseable {

    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final Channel connection;

    /** A header field as it goes on the wire, unlooked at. */
    public record Field(String name, String value) {}

    public Http2Client(String host, int port) {
        connection = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        Http2FrameCodecBuilder.forClient()
                                                .validateHeaders(false)
                                                .build(),
                                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
                    }
                })
                .connect(host, port)
                .syncUninterruptibly()
                .channel();
    }

    /** Sends one request, and answers the status, {@code reset}, or {@code closed}. */
    public String send(List<Field> fields, String body) throws Exception {
        var answer = new CompletableFuture<String>();
        connection.closeFuture().addListener(closed -> answer.complete("closed"));
        var stream = new Http2StreamChannelBootstrap(connection)
                .handler(new Answer(answer))
                .open()
                .sync()
                .getNow();
        var headers = new DefaultHttp2Headers(false);
        fields.forEach(field -> headers.add(field.name(), field.value()));
        // What could not be sent shows in the answer.
        var unused = stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, body == null));
        if (body != null) {
            unused = stream.writeAndFlush(
                    new DefaultHttp2DataFrame(Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII), true));
        }
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        connection.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Answer extends ChannelInboundHandlerAdapter {

        private final CompletableFuture<String> answer;

        private Answer(CompletableFuture<String> answer) {
            this.answer = answer;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            if (frame instanceof Http2HeadersFrame head) {
                answer.complete(head.headers().status().toString());
            } else if (frame instanceof Http2ResetFrame) {
                answer.complete("reset");
            }
            ReferenceCountUtil.release(frame);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof Http2ResetFrame) {
                answer.complete("reset");
            }
        }
    }
}
