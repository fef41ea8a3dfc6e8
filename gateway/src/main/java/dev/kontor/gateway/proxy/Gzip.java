package dev.kontor.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One gzip member (RFC 1952), made piece by piece; fast rather than small, since an event loop makes it. */
final class Gzip {

    private static final int PIECE = 8 * 1024;

    private final ByteArrayOutputStream sink = new ByteArrayOutputStream(PIECE);
    private final GZIPOutputStream out;

    Gzip() {
        try {
            out = new Fast(sink);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Fast extends GZIPOutputStream {

        Fast(ByteArrayOutputStream sink) throws IOException {
            super(sink, PIECE);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** What can be sent once this came; perhaps nothing yet. */
    Buffer add(Buffer plain) {
        try {
            out.write(plain.getBytes());
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The rest. */
    Buffer end() {
        try {
            out.close();
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Buffer taken() {
        var made = Buffer.buffer(sink.toByteArray());
        sink.reset();
        return made;
    }
}
