package dev.kontor.gateway.connections;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection of which an answer said that it is the last (RFC 9112, section 9.6): nothing that comes after it is read
 * as a request, and only once the caller had time to take the answer the connection is closed.
 */
final class LastAnswer extends ChannelInboundHandlerAdapter {

    /** Closed at once, what the caller still sends would have its system throw the answer away. */
    private static final int SECONDS_TO_TAKE_IT = 2;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        // Behind all that is still to be sent.
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) sent -> end(context, sent));
    }

    private static void end(ChannelHandlerContext context, ChannelFuture sent) {
        if (sent.isSuccess() && sent.channel() instanceof DuplexChannel connection) {
            // Whether it ends and closes well is of no interest any more.
            var unusedEnd = connection.shutdownOutput();
            var unusedTimer = context.executor().schedule(() -> close(context), SECONDS_TO_TAKE_IT, TimeUnit.SECONDS);
        } else {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        ReferenceCountUtil.release(bytes);
    }
}
