package dev.kontor.billing.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8, one at a time and none of them held beyond a bound. */
final class BoundedLines {

    /** Bytes no item needs by far. */
    static final int LONGEST = 16 * 1024;

    private static final int END = -1;

    private final InputStream in;
    private boolean cut;

    BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in, LONGEST);
    }

    /** The next line, or its beginning; null at the end. */
    String next() throws IOException {
        cut = false;
        var read = in.read();
        if (read == END) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        for (; read != END && read != '\n'; read = in.read()) {
            if (line.size() < LONGEST) {
                line.write(read);
            } else {
                cut = true;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Whether the last line was longer than anything that is read. */
    boolean cut() {
        return cut;
    }
}
