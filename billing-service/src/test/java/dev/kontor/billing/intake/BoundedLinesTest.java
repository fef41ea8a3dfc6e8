package dev.kontor.billing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void linesComeOneByOneInUtf8() throws IOException {
        var lines = lines("Bäckerei\n\nBrauerei");

        assertThat(lines.next()).isEqualTo("Bäckerei");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("Brauerei");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextOneReadWhole() throws IOException {
        var lines = lines("x".repeat(BoundedLines.LONGEST + 1) + "\nnext");

        assertThat(lines.next()).hasSize(BoundedLines.LONGEST);
        assertThat(lines.cut()).isTrue();
        assertThat(lines.next()).isEqualTo("next");
        assertThat(lines.cut()).isFalse();
    }

    private static BoundedLines lines(String text) {
        return new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
