package dev.kontor.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection's clock: it runs from the first byte of a head until the gateway has that head, whose lines it looks at. */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration time;
    private Future<?> deadline;
    private boolean inRequest;
    private FoldedHeader lines = new FoldedHeader();
    private boolean isFolded;

    HeadDeadline(Duration time) {
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!inRequest && deadline == null) {
            deadline = context.executor().schedule(() -> giveUp(context), time.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (!inRequest && bytes instanceof ByteBuf head) {
            isFolded |= lines.in(head);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    void arrived() {
        inRequest = true;
        stop();
    }

    void over() {
        inRequest = false;
        lines = new FoldedHeader();
        isFolded = false;
    }

    /** Whether a header of the request that is here stood in two lines. */
    boolean isFolded() {
        return isFolded;
    }

    private static void giveUp(ChannelHandlerContext context) {
        // Whether it closes well is of no interest any more.
        var unused = context.close();
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
