package dev.kontor.gateway.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/**
 * Counts the requests of one connection that have no answer yet. HTTP/1.1 lets a client send them ahead (RFC 9112, section
 * 9.3.2), and Vert.x keeps as many as come.
 */
final class RequestsAhead extends ChannelInboundHandlerAdapter {

    /** Nobody who waits for answers at all sends so many ahead. */
    static final int MOST = 100;

    /** The one with which the counting begins has come already. */
    private int unanswered = 1;

    private boolean givenUp;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++unanswered > MOST) {
            givenUp = true;
            // Whether it closes well is of no interest any more.
            var unused = context.close();
        }
        if (givenUp) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    void answered() {
        unanswered--;
    }
}
