package dev.kontor.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a table as spreadsheets and other tools write it (api.md, "CSV"), row by row: in the charset that was declared, else
 * in UTF-8 or what a byte order mark says; a {@code sep=} line and a mark are passed over, and so are rows without any
 * value. Fields are parted by what parts the first line that can be parted, counted outside quotes.
 */
public final class CsvReader {

    private static final int BEGINNING = 16 * 1024;
    private static final int LINES_OF_BEGINNING = 20;
    private static final int END = -1;
    private static final int NOTHING_READ = -2;

    /** In the order in which they win where there are as many of each: commas stand in texts, too. */
    private static final char[] SEPARATORS = {';', '\t', ','};

    private static final Pattern HINT = Pattern.compile("(?i)\"?sep=(.)\"?[,;\t]*");

    private final BufferedReader text;
    private final Charset charset;
    private final List<String> beginning;
    private final char separator;
    private int next = NOTHING_READ;
    private int rows;

    private CsvReader(BufferedReader text, Charset charset) throws IOException {
        this.text = text;
        this.charset = charset;
        skipMark();
        var hint = HINT.matcher(sample().stream().findFirst().orElse(""));
        var hinted = hint.matches();
        if (hinted) {
            text.readLine();
        }
        this.beginning = sample();
        this.separator = hinted ? hint.group(1).charAt(0) : separator(beginning);
    }

    /**
     * A table in a request's body.
     *
     * @param charset as the content type names it; null where it names none
     * @throws Problem 415 for a charset there is not, 400 for bytes that are none of it
     */
    public static CsvReader of(InputStream body, String charset) {
        try {
            var bytes = new PushbackInputStream(body, 2);
            var encoding = charset(bytes, charset);
            var decoder = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            try {
                return new CsvReader(new BufferedReader(new InputStreamReader(bytes, decoder)), encoding);
            } catch (CharacterCodingException e) {
                throw undecodable(encoding);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first lines behind a {@code sep=}, as they were written. */
    public List<String> beginning() {
        return beginning;
    }

    /** The fields of one of them. */
    public static List<String> fields(String line) {
        var parted = separator(List.of(line));
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == parted && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /**
     * The next row in which there is anything; null behind the last.
     *
     * @throws Problem 400 where a quote is never closed, text follows it, or bytes are none of the charset
     */
    public List<String> next() {
        try {
            while (peek() != END) {
                var row = row();
                if (!row.stream().allMatch(String::isBlank)) {
                    rows++;
                    return row;
                }
            }
            return null;
        } catch (CharacterCodingException e) {
            throw undecodable(charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem undecodable(Charset charset) {
        return Problems.invalid(InputError.pointer("", "not-in-charset", charset.name(), -1));
    }

    /** Without a word, a byte order mark may speak of UTF-16, which spreadsheets call Unicode text. */
    private static Charset charset(PushbackInputStream bytes, String declared) throws IOException {
        if (declared == null) {
            var first = bytes.readNBytes(2);
            bytes.unread(first);
            if (first.length == 2 && (first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            if (first.length == 2 && (first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem();
        }
    }

    private void skipMark() throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
    }

    private List<String> sample() throws IOException {
        text.mark(BEGINNING);
        var sample = new char[BEGINNING];
        var length = 0;
        for (var read = 0; read >= 0 && length < BEGINNING; read = text.read(sample, length, BEGINNING - length)) {
            length += read;
        }
        text.reset();
        return new String(sample, 0, length).lines().limit(LINES_OF_BEGINNING).toList();
    }

    private static char separator(List<String> lines) {
        for (var line : lines) {
            var best = ',';
            var most = 0;
            for (var separator : SEPARATORS) {
                var count = outsideQuotes(line, separator);
                if (count > most) {
                    most = count;
                    best = separator;
                }
            }
            if (most > 0) {
                return best;
            }
        }
        return ',';
    }

    private static int outsideQuotes(String line, char separator) {
        var count = 0;
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }
        return count;
    }

    private List<String> row() throws IOException {
        var row = new ArrayList<String>();
        row.add(field());
        while (peek() == separator) {
            take();
            row.add(field());
        }
        if (peek() == '\r') {
            take();
        }
        if (peek() == '\n') {
            take();
        }
        return row;
    }

    private String field() throws IOException {
        if (peek() == '"') {
            return quoted();
        }
        var field = new StringBuilder();
        while (!isOver()) {
            field.append((char) take());
        }
        return field.toString();
    }

    private String quoted() throws IOException {
        var field = new StringBuilder();
        take();
        while (peek() != END) {
            var c = take();
            if (c != '"') {
                field.append((char) c);
            } else if (peek() == '"') {
                field.append((char) take());
            } else if (isOver()) {
                return field.toString();
            } else {
                break;
            }
        }
        throw Problems.invalid(InputError.pointer("", "malformed-csv", rows + 1));
    }

    private boolean isOver() throws IOException {
        var c = peek();
        return c == END || c == separator || c == '\r' || c == '\n';
    }

    private int peek() throws IOException {
        if (next == NOTHING_READ) {
            next = text.read();
        }
        return next;
    }

    private int take() throws IOException {
        var taken = peek();
        next = NOTHING_READ;
        return taken;
    }
}
