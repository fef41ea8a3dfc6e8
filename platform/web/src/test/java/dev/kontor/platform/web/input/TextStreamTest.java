package dev.kontor.platform.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.platform.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in, UTF-8 out (api.md, "strict input"). */
class TextStreamTest {

    private static String read(byte[] bytes, Charset declared) throws IOException {
        try (var text = TextStream.of(dripping(bytes), declared, true).orElseThrow()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A stream that gives a few bytes at a time, as a network does. */
    private static InputStream dripping(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1_021));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void everyFormOfUnicodeIsTakenWithAMarkAndWithoutOne(String name) throws IOException {
        var charset = Charset.forName(name);
        for (var length : new int[] {1, 3, 4_095, 8_191, 8_192, 20_000}) {
            var text = "{" + "ü😀€a".repeat(length) + "}";

            assertThat(read(text.getBytes(charset), null)).isEqualTo(text);
            assertThat(read(("\ufeff" + text).getBytes(charset), null)).isEqualTo(text);
            assertThat(read(("\ufeff" + text).getBytes(charset), StandardCharsets.ISO_8859_1))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "IBM850", "x-MacRoman", "ISO-8859-1", "windows-1250"})
    void whatIsDeclaredCounts(String name) throws IOException {
        var text = "Kunde;Größe\r\n".repeat(3_000);

        assertThat(read(text.getBytes(Charset.forName(name)), Charset.forName(name)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, FC", "3, 80", "8191, C3", "8192, FF", "20000, ED", "4, C0"})
    void bytesThatAreNoneAreRefusedByTheirPlace(int place, String bad) {
        var bytes = "a".repeat(20_010).getBytes(StandardCharsets.US_ASCII);
        bytes[place] = (byte) Integer.parseInt(bad, 16);

        assertThatThrownBy(() -> read(bytes, null)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("malformed-json");
            assertThat(problem.errors().get(0).code()).isEqualTo("not-in-charset");
            assertThat(problem.errors().get(0).arguments()).containsExactly("UTF-8", (long) place);
        });
    }

    @Test
    void aCharacterThatBreaksOffIsNone() {
        assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, null))
                .hasMessage("malformed-json");
        assertThatThrownBy(() -> read(new byte[] {'a', 0, 'b'}, null)).hasMessage("malformed-json");
    }

    @Test
    void noBytesAreNoText() throws IOException {
        assertThat(TextStream.of(InputStream.nullInputStream(), null, true)).isEmpty();
        assertThat(read("\ufeff".getBytes(StandardCharsets.UTF_8), null)).isEmpty();
    }
}
