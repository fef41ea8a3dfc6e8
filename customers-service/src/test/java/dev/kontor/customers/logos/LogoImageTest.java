package dev.kontor.customers.logos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.platform.web.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images become logos (domain.md rule 31). */
class LogoImageTest {

    @Test
    void aPngIsKeptPixelByPixelWithItsTransparency() throws IOException {
        var sent = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        sent.setRGB(0, 0, 0x80ff0000);
        sent.setRGB(2, 1, 0xff00ff00);

        var kept = pixels(LogoImage.read(Images.of(sent, "png")));

        assertThat(kept.getWidth()).isEqualTo(3);
        assertThat(kept.getHeight()).isEqualTo(2);
        assertThat(kept.getRGB(0, 0)).isEqualTo(0x80ff0000);
        assertThat(kept.getRGB(1, 0)).isZero();
        assertThat(kept.getRGB(2, 1)).isEqualTo(0xff00ff00);
    }

    @Test
    void aJpegBecomesAPng() throws IOException {
        var logo = LogoImage.read(Images.filled(40, 20, "jpeg"));

        assertThat(logo.png()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new Color(pixels(logo).getRGB(20, 10)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aSinglePixelIsALogo() throws IOException {
        assertThat(pixels(LogoImage.read(Images.filled(1, 1, "png"))).getWidth())
                .isEqualTo(1);
    }

    @Test
    void twoThousandPixelsASideAreNotTooMany() throws IOException {
        assertThat(pixels(LogoImage.read(Images.filled(2000, 2000, "png"))).getHeight())
                .isEqualTo(2000);
    }

    @Test
    void oneMoreOnEitherSideIs() throws IOException {
        assertRefused(Images.filled(2001, 1, "png"), 422, "dimensions");
        assertRefused(Images.filled(1, 2001, "jpeg"), 422, "dimensions");
    }

    @Test
    void overOneMebibyteIsTooLarge() throws IOException {
        var noise = new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var x = 0; x < 700; x++) {
            for (var y = 0; y < 700; y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var sent = Images.of(noise, "png");
        assertThat(sent).hasSizeGreaterThan(LogoImage.MOST_BYTES);

        var refusal = catchThrowableOfType(Problem.class, () -> LogoImage.read(sent));
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherFormatsAreRefusedWhateverTheyCallThemselves(String format) throws IOException {
        assertRefused(Images.filled(10, 10, format), 422, "format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not an image",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg>&e;</svg>"
            })
    void whatIsNoImageIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), 422, "not-an-image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aTruncatedImageIsUnreadable(String format) throws IOException {
        var whole = Images.filled(400, 400, format);

        assertRefused(Arrays.copyOf(whole, 40), 422, "unreadable");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), 422, "unreadable");
    }

    @Test
    void whatHidesBehindTheImageIsLeftBehind() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(Images.filled(10, 10, "png"));
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("payload.js"));
            zip.write("alert(1)".getBytes(StandardCharsets.UTF_8));
        }

        var kept = LogoImage.read(out.toByteArray());

        assertThat(new String(kept.png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PK")
                .doesNotContain("payload.js");
        assertThat(kept.hash())
                .as("nothing but pixels counts")
                .isEqualTo(LogoImage.read(Images.filled(10, 10, "png")).hash());
    }

    private static void assertRefused(byte[] sent, int status, String reason) {
        var refusal = catchThrowableOfType(Problem.class, () -> LogoImage.read(sent));
        assertThat(refusal).as(reason).isNotNull();
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo("logo-invalid");
        assertThat(refusal.members()).containsEntry("reason", reason);
    }

    private static BufferedImage pixels(LogoImage logo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(logo.png()));
    }
}
