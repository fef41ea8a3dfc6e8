package dev.kontor.customers.logos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.platform.web.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
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
    void twoThousandPixelsASideAreNotTooManyButScaledToWhatPrintNeeds() throws IOException {
        var kept = pixels(LogoImage.read(Images.filled(2000, 1000, "png")));

        assertThat(kept.getWidth()).isEqualTo(800);
        assertThat(kept.getHeight()).isEqualTo(400);
        assertThat(new Color(kept.getRGB(400, 200))).isEqualTo(Color.BLUE);
    }

    @Test
    void eightHundredPixelsASideStayAsTheyAre() throws IOException {
        assertThat(pixels(LogoImage.read(Images.filled(800, 3, "png"))).getWidth())
                .isEqualTo(800);
        assertThat(pixels(LogoImage.read(Images.filled(2000, 1, "png"))).getHeight())
                .isEqualTo(1);
    }

    @Test
    void noLogoTakesMoreThanAQuarterOfAMebibyte() throws IOException {
        var logo = LogoImage.read(Images.noise(2000, 2000, 0.05f));

        assertThat(logo.png()).hasSizeLessThanOrEqualTo(PrintedSize.MOST_BYTES);
        assertThat(logo.png()).as("and no less than need be").hasSizeGreaterThan(PrintedSize.MOST_BYTES / 2);
    }

    @Test
    void whatIsNotSeenColoursNothingWhereALogoIsScaled() throws IOException {
        var sent = new BufferedImage(1600, 1600, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < 1600; y++) {
            for (var x = 0; x < 1600; x++) {
                sent.setRGB(x, y, x % 2 == 0 ? 0xffffffff : 0x00ff0000);
            }
        }

        var kept = new Color(pixels(LogoImage.read(Images.of(sent, "png"))).getRGB(400, 400), true);

        assertThat(kept.getRed()).isEqualTo(kept.getGreen()).isGreaterThan(250);
        assertThat(kept.getAlpha()).isBetween(120, 136);
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

    @Test
    void anImageThatSaysItIsHugeIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = Images.filled(1, 1, "png");
        // The width stands at byte 16 of a PNG, the checksum of its header at byte 29.
        ByteBuffer.wrap(bomb).putInt(16, 1_000_000).putInt(20, 1_000_000);
        var header = new CRC32();
        header.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) header.getValue());

        assertRefused(bomb, 422, "dimensions");
    }

    @Test
    void aTextThatUnpacksToAHundredMegabytesIsNotUnpacked() throws IOException {
        var plain = Images.filled(10, 10, "png");
        var packed = new ByteArrayOutputStream();
        packed.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var deflated = new DeflaterOutputStream(packed)) {
            for (var i = 0; i < 100; i++) {
                deflated.write(new byte[1_000_000]);
            }
        }
        // Behind the signature and the header: 8 and 25 bytes.
        var bomb = new ByteArrayOutputStream();
        bomb.write(plain, 0, 33);
        bomb.write(Images.chunk("zTXt", packed.toByteArray()));
        bomb.write(plain, 33, plain.length - 33);
        assertThat(bomb.size()).isLessThan(LogoImage.MOST_BYTES);

        assertThat(LogoImage.read(bomb.toByteArray()).hash())
                .as("nothing but pixels counts")
                .isEqualTo(LogoImage.read(plain).hash());
    }

    @Test
    void aJpegMaySharpenAsItLoadsButNotWithoutEnd() throws IOException {
        assertThat(pixels(LogoImage.read(Images.progressive(SentJpeg.MOST_SCANS)))
                        .getWidth())
                .isEqualTo(8);

        assertRefused(Images.progressive(SentJpeg.MOST_SCANS + 1), 422, "unreadable");
    }

    @Test
    void bytesOfAPngThatLookLikeScansAreNone() throws IOException {
        var plain = Images.filled(10, 10, "png");
        var text = new byte[1_000];
        for (var at = 0; at < text.length; at += 2) {
            text[at] = (byte) 0xff;
            text[at + 1] = (byte) 0xda;
        }
        var sent = new ByteArrayOutputStream();
        sent.write(plain, 0, 33);
        sent.write(Images.chunk("prIv", text));
        sent.write(plain, 33, plain.length - 33);

        assertThat(LogoImage.read(sent.toByteArray()).hash())
                .isEqualTo(LogoImage.read(plain).hash());
    }

    @Test
    void ofAnAnimationTheFirstImageIsKept() throws IOException {
        var still = Images.filled(10, 10, "png");
        var animated = new ByteArrayOutputStream();
        animated.write(still, 0, 33);
        animated.write(Images.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}));
        animated.write(still, 33, still.length - 33);

        assertThat(LogoImage.read(animated.toByteArray()).hash())
                .isEqualTo(LogoImage.read(still).hash());
    }

    @Test
    void scriptsInsideAnImagesCommentsAreLeftBehind() throws IOException {
        var plain = Images.filled(10, 10, "png");
        var script = "Comment\0<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        var polyglot = new ByteArrayOutputStream();
        polyglot.write(plain, 0, 33);
        polyglot.write(Images.chunk("tEXt", script));
        polyglot.write(plain, 33, plain.length - 33);

        assertThat(new String(LogoImage.read(polyglot.toByteArray()).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
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
