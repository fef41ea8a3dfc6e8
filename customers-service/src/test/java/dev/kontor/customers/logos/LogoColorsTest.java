package dev.kontor.customers.logos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logos keep their look (domain.md rule 31), whatever the file calls its colours. */
class LogoColorsTest {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    static Stream<int[]> pngKinds() {
        return Stream.of(new int[][] {
                    {GREY, 1, 2, 4, 8, 16}, {RGB, 8, 16}, {PALETTE, 1, 2, 4, 8}, {GREY_ALPHA, 8, 16}, {RGB_ALPHA, 8, 16}
                })
                .flatMap(kind -> IntStream.of(kind).skip(1).mapToObj(depth -> new int[] {kind[0], depth}));
    }

    /** What it should look like is worked out from the samples, as the format says, and by no decoder. */
    @ParameterizedTest
    @MethodSource("pngKinds")
    void everyKindOfPngKeepsItsPixels(int... kind) throws IOException {
        var png = new Png(kind[0], kind[1]);

        assertSame(png, png.file());
    }

    @ParameterizedTest
    @MethodSource("pngKinds")
    void theColourSaidToBeTransparentIsSo(int... kind) throws IOException {
        if (kind[0] == GREY_ALPHA || kind[0] == RGB_ALPHA) {
            return;
        }
        var png = new Png(kind[0], kind[1]).withTransparent();

        assertSame(png, png.file());
    }

    private static void assertSame(Png png, byte[] file) throws IOException {
        var kept = pixels(LogoImage.read(file));
        for (var y = 0; y < Png.SIDE; y++) {
            for (var x = 0; x < Png.SIDE; x++) {
                var expected = png.argb(x, y);
                var got = kept.getRGB(x, y);
                if (expected >>> 24 == 0) {
                    assertThat(got >>> 24).as("cover of %d, %d", x, y).isZero();
                } else {
                    assertThat(Integer.toHexString(got)).as("%d, %d", x, y).isEqualTo(Integer.toHexString(expected));
                }
            }
        }
    }

    /** A red, a green, a blue and a grey square; ImageMagick made each file and sees these colours in it. */
    @ParameterizedTest
    @ValueSource(strings = {"ycc-444", "ycc-420", "ycc-progressive", "rgb", "ycck", "ycck-progressive"})
    void everyKindOfJpegKeepsItsColours(String name) throws IOException {
        var kept = pixels(LogoImage.read(file(name)));

        assertNear(kept.getRGB(3, 3), 0xff0000);
        assertNear(kept.getRGB(12, 3), 0x00ff00);
        assertNear(kept.getRGB(3, 12), 0x0000ff);
        assertNear(kept.getRGB(12, 12), 0x808080);
    }

    @Test
    void aGreyJpegKeepsItsGreys() throws IOException {
        var kept = pixels(LogoImage.read(file("grey")));

        assertNear(kept.getRGB(3, 3), 0x363636);
        assertNear(kept.getRGB(12, 12), 0x808080);
    }

    /** As ImageMagick reads them. */
    @Test
    void fourColoursWithoutAWordOfAdobeAreAsAdobeWritesThem() throws IOException {
        assertNear(pixels(LogoImage.read(Images.fourColours(20, 10))).getRGB(5, 5), 0x000000);
    }

    /** A value of 55 in linear light is 128 in sRGB. */
    @Test
    void aProfileSaysWhatColoursAreMeant() throws IOException {
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        assertNear(pixels(LogoImage.read(pngWithProfile(linear))).getRGB(2, 2), 0x808080);
        assertNear(pixels(LogoImage.read(jpegWithProfile(linear))).getRGB(2, 2), 0x808080);
    }

    @Test
    void aDamagedProfileIsLeftAway() throws IOException {
        var nonsense = new byte[300];
        new Random(5).nextBytes(nonsense);

        assertNear(pixels(LogoImage.read(pngWithProfile(nonsense))).getRGB(2, 2), 0x373737);
        assertNear(pixels(LogoImage.read(jpegWithProfile(nonsense))).getRGB(2, 2), 0x373737);
        assertNear(pixels(LogoImage.read(jpegWithProfile(new byte[0]))).getRGB(2, 2), 0x373737);
    }

    /** How the corners of a wide image, red left above and blue right above, come to lie. */
    @ParameterizedTest
    @CsvSource({
        "1, false, red, blue", "2, false, blue, red", "3, false, black, black", "4, false, black, black",
        "5, true, red, black", "6, true, black, red", "7, true, black, blue", "8, true, blue, black"
    })
    void anImageIsTurnedAsItsMetadataSays(int orientation, boolean upright, String left, String right)
            throws IOException {
        for (var sent : new byte[][] {turnedPng(orientation), turnedJpeg(orientation)}) {
            var kept = pixels(LogoImage.read(sent));

            assertThat(kept.getWidth()).isEqualTo(upright ? 20 : 40);
            assertThat(kept.getHeight()).isEqualTo(upright ? 40 : 20);
            assertThat(color(kept.getRGB(2, 2))).isEqualTo(left);
            assertThat(color(kept.getRGB(kept.getWidth() - 3, 2))).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "II*\0",
                "MM\0*\0\0\0\u0008\u00ff\u00ff",
                "II*\0\u00ff\u00ff\u00ff\u007f",
                "MM\0*\u0080\0\0\0\0\0\0\0"
            })
    void damagedMetadataTurnNothing(String exif) throws IOException {
        var sent = Images.behindHeader(corners("png"), "eXIf", exif.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(pixels(LogoImage.read(sent)).getWidth()).isEqualTo(40);
    }

    private static String color(int argb) {
        var red = argb >> 16 & 0xff;
        var blue = argb & 0xff;
        if (red > 128) {
            return "red";
        }
        return blue > 128 ? "blue" : "black";
    }

    private static byte[] turnedPng(int orientation) throws IOException {
        return Images.behindHeader(corners("png"), "eXIf", exif(orientation));
    }

    private static byte[] turnedJpeg(int orientation) throws IOException {
        var segment = ByteBuffer.allocate(6 + exif(orientation).length)
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif(orientation));
        return Images.behindStart(corners("jpeg"), 0xe1, segment.array());
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static byte[] corners(String format) throws IOException {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 8; x++) {
            for (var y = 0; y < 8; y++) {
                image.setRGB(x, y, 0xff0000);
                image.setRGB(39 - x, y, 0x0000ff);
            }
        }
        return Images.of(image, format);
    }

    private static byte[] pngWithProfile(byte[] profile) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(new byte[] {'p', 0, 0});
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(profile);
        }
        return Images.behindHeader(dark("png"), "iCCP", packed.toByteArray());
    }

    private static byte[] jpegWithProfile(byte[] profile) throws IOException {
        var segment = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(new byte[] {1, 1})
                .put(profile);
        return Images.behindStart(dark("jpeg"), 0xe2, segment.array());
    }

    private static byte[] dark(String format) throws IOException {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 16; x++) {
            for (var y = 0; y < 16; y++) {
                image.setRGB(x, y, 0x373737);
            }
        }
        return Images.of(image, format);
    }

    private static byte[] file(String name) throws IOException {
        try (var in = LogoColorsTest.class.getResourceAsStream("/logos/" + name + ".jpg")) {
            return in.readAllBytes();
        }
    }

    private static void assertNear(int argb, int rgb) {
        for (var shift : new int[] {16, 8, 0}) {
            assertThat(Math.abs((argb >> shift & 0xff) - (rgb >> shift & 0xff)))
                    .as("%x is near %x", argb, rgb)
                    .isLessThan(8);
        }
        assertThat(argb >>> 24).isEqualTo(0xff);
    }

    private static BufferedImage pixels(LogoImage logo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(logo.png()));
    }

    /** A PNG of one colour type and depth, written sample by sample. */
    private static final class Png {

        static final int SIDE = 9;

        private final int type;
        private final int depth;
        private final int[][][] samples;
        private final int[] palette;
        private boolean transparent;

        Png(int type, int depth) {
            this.type = type;
            this.depth = depth;
            var random = new Random(31L * type + depth);
            this.samples = new int[SIDE][SIDE][];
            for (var row : samples) {
                for (var x = 0; x < SIDE; x++) {
                    row[x] = random.ints(channels(), 0, 1 << depth).toArray();
                }
            }
            this.palette = random.ints(1 << Math.min(depth, 8), 0, 1 << 24).toArray();
        }

        private int channels() {
            return switch (type) {
                case RGB -> 3;
                case GREY_ALPHA -> 2;
                case RGB_ALPHA -> 4;
                default -> 1;
            };
        }

        Png withTransparent() {
            transparent = true;
            return this;
        }

        int argb(int x, int y) {
            var pixel = samples[y][x];
            var first = samples[0][0];
            return switch (type) {
                case GREY -> cover(Arrays.equals(pixel, first)) | grey(pixel[0]);
                case RGB -> cover(Arrays.equals(pixel, first)) | color(pixel);
                case PALETTE -> cover(pixel[0] == 0) | palette[pixel[0]];
                case GREY_ALPHA -> eight(pixel[1]) << 24 | grey(pixel[0]);
                default -> eight(pixel[3]) << 24 | color(pixel);
            };
        }

        private int cover(boolean isTheOne) {
            return transparent && isTheOne ? 0 : 0xff000000;
        }

        private int grey(int sample) {
            return eight(sample) * 0x10101;
        }

        private int color(int... pixel) {
            return eight(pixel[0]) << 16 | eight(pixel[1]) << 8 | eight(pixel[2]);
        }

        /** As the format recommends: the nearest of 256 to the same part of the whole. */
        private int eight(int sample) {
            return (int) Math.round(sample * 255.0 / ((1 << depth) - 1));
        }

        byte[] file() throws IOException {
            var file = new ByteArrayOutputStream();
            file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            file.write(Images.chunk(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(SIDE)
                            .putInt(SIDE)
                            .put((byte) depth)
                            .put((byte) type)
                            .array()));
            if (type == PALETTE) {
                var colors = ByteBuffer.allocate(palette.length * 3);
                for (var color : palette) {
                    colors.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
                }
                file.write(Images.chunk("PLTE", colors.array()));
            }
            if (transparent) {
                file.write(Images.chunk("tRNS", transparency()));
            }
            var packed = new ByteArrayOutputStream();
            try (var deflated = new DeflaterOutputStream(packed)) {
                for (var row : samples) {
                    deflated.write(0);
                    deflated.write(line(row));
                }
            }
            file.write(Images.chunk("IDAT", packed.toByteArray()));
            file.write(Images.chunk("IEND", new byte[0]));
            return file.toByteArray();
        }

        private byte[] transparency() {
            if (type == PALETTE) {
                return new byte[] {0};
            }
            var color = ByteBuffer.allocate(2 * channels());
            for (var sample : samples[0][0]) {
                color.putShort((short) sample);
            }
            return color.array();
        }

        private byte[] line(int[]... row) {
            var bits = new StringBuilder();
            for (var pixel : row) {
                for (var sample : pixel) {
                    bits.append(Integer.toBinaryString(1 << depth | sample).substring(1));
                }
            }
            bits.append("0".repeat((8 - bits.length() % 8) % 8));
            var bytes = new byte[bits.length() / 8];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
            }
            return bytes;
        }
    }
}
