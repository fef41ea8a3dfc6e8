package dev.kontor.platform.web.input;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A text in some character set, as UTF-8 without a byte order mark, read piece by piece. */
final class TextStream extends InputStream {

    private static final int PIECE = 8 * 1024;
    private static final int LONGEST_MARK = 4;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private final InputStream source;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean json;
    private final byte[] bytes;
    /** Over {@link #bytes}. */
    private final ByteBuffer in;

    private final CharBuffer characters = CharBuffer.allocate(PIECE);
    private ByteBuffer out = ByteBuffer.allocate(0);
    /** How many bytes of the body lie before those in {@link #in}. */
    private long before;

    private boolean atEnd;

    private TextStream(InputStream source, byte[] bytes, int read, Charset charset, int mark, boolean json) {
        this.source = source;
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).limit(read).position(mark);
        this.charset = charset;
        this.json = json;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Empty for a body of no bytes, of which some reader knows better what it means. */
    static Optional<TextStream> of(InputStream source, Charset declared, boolean json) throws IOException {
        var bytes = new byte[PIECE];
        int read = source.readNBytes(bytes, 0, LONGEST_MARK);
        if (read == 0) {
            return Optional.empty();
        }
        var head = Head.of(bytes, read);
        var charset = head.mark() > 0 || declared == null ? head.charset() : declared;
        return Optional.of(new TextStream(source, bytes, read, charset, head.mark(), json));
    }

    /** What the first bytes tell; where there is no mark, zeros tell of the wider forms, since no text begins with U+0000. */
    private record Head(Charset charset, int mark) {

        static Head of(byte[] bytes, int length) {
            int first = word(bytes, 0, length);
            int second = word(bytes, 2, length);
            if (length >= 3 && first == 0xEFBB && bytes[2] == (byte) 0xBF) {
                return new Head(StandardCharsets.UTF_8, 3);
            }
            if (first == 0xFFFE && second == 0) {
                return new Head(UTF_32LE, 4);
            }
            if (first == 0 && second == 0xFEFF) {
                return new Head(UTF_32BE, 4);
            }
            if (first == 0xFEFF || first == 0xFFFE) {
                return new Head(first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2);
            }
            return new Head(bare(first, second), 0);
        }

        private static Charset bare(int first, int second) {
            if (first == 0 && second > 0) {
                return UTF_32BE;
            }
            if (first > 0xFF && (first & 0xFF) == 0) {
                return second == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
            }
            return first > 0 && first <= 0xFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        }

        /** Two bytes; -1 where there are no two. */
        private static int word(byte[] bytes, int at, int length) {
            return at + 1 < length ? ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF) : -1;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? out.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, out.remaining());
        out.get(into, offset, taken);
        return taken;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Whether there is something more to give away. */
    private boolean fill() throws IOException {
        while (!out.hasRemaining() && !atEnd) {
            decode();
            characters.flip();
            out = StandardCharsets.UTF_8.encode(characters);
            characters.clear();
        }
        return out.hasRemaining();
    }

    private void decode() throws IOException {
        boolean last = !in.hasRemaining() && !readMore();
        var result = decoder.decode(in, characters, last);
        if (result.isError()) {
            throw refused();
        }
        if (result.isOverflow()) {
            return;
        }
        if (last) {
            atEnd = true;
            decoder.flush(characters);
        } else if (in.hasRemaining() && !readMore()) {
            // The end, in the middle of a character.
            throw refused();
        }
    }

    /** Reads behind what was left over of the piece before. */
    private boolean readMore() throws IOException {
        before += in.position();
        in.compact();
        int read = source.read(bytes, in.position(), in.remaining());
        in.position(in.position() + Math.max(0, read));
        in.flip();
        return read > 0;
    }

    private Problem refused() {
        var place = InputError.pointer("", "not-in-charset", charset.name(), before + in.position());
        return json ? CommonProblem.MALFORMED_JSON.problem().withErrors(List.of(place)) : Problems.invalid(place);
    }
}
