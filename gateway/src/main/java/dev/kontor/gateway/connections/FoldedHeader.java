package dev.kontor.gateway.connections;

import io.netty.buffer.ByteBuf;

/**
 * Looks for a header that goes on in a second line (RFC 9112, section 5.2) in the bytes of one head: whoever reads it after
 * us may take the second line for a header of its own, and Netty hands over one line where there were two.
 */
final class FoldedHeader {

    private static final byte FEED = '\n';
    private static final byte RETURN = '\r';

    private boolean atLineStart;
    private boolean isOver;
    private boolean found;

    /** True once one was seen in this head. */
    boolean in(ByteBuf bytes) {
        for (var at = bytes.readerIndex(); at < bytes.writerIndex() && !isOver; at++) {
            var next = bytes.getByte(at);
            if (next == RETURN) {
                continue;
            }
            if (atLineStart) {
                isOver = next == FEED;
                found |= next == ' ' || next == '\t';
            }
            atLineStart = next == FEED;
        }
        return found;
    }
}
