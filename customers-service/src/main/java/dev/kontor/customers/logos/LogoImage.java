package dev.kontor.customers.logos;

import dev.kontor.platform.web.Problem;
import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A logo: decoded from what was sent and encoded anew as PNG, so nothing but pixels gets through (rule 31). */
record LogoImage(byte[] png, String hash) {

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_PIXELS_A_SIDE = 2_000;

    /** Encoders make about ten for a JPEG that sharpens as it loads; the decoder draws the whole image for each. */
    static final int MOST_SCANS = 64;

    private static final byte MARKER = (byte) 0xff;
    private static final byte START_OF_SCAN = (byte) 0xda;

    /** Markers among those of frames that begin none: DHT, JPG and DAC. */
    private static final Set<Integer> NO_FRAMES = Set.of(0xc4, 0xc8, 0xcc);

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /**
     * Reads what a caller sent, whatever it says of itself.
     *
     * @throws Problem 413 {@code too-large}, 422 {@code logo-invalid} with the reason
     */
    static LogoImage read(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw Problem.of(413, "too-large");
        }
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw invalid("not-an-image");
            }
            var reader = readers.next();
            try {
                // As printers use them: there is no telling how they should look on a screen.
                if (hasFourColors(sent)) {
                    throw invalid("colors");
                }
                if (hasTooManyScans(sent)) {
                    throw invalid("unreadable");
                }
                return encode(decode(reader, in));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The decoders throw all sorts of things at damaged input; every one means the same.
            throw e instanceof Problem refusal ? refusal : invalid("unreadable");
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw invalid("format");
        }
        reader.setInput(in, true, true);
        // The header alone says how large it gets: looked at before a single pixel is unpacked.
        if (reader.getWidth(0) > MOST_PIXELS_A_SIDE || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
            throw invalid("dimensions");
        }
        // A decoder only warns where it makes up what a damaged file lacks.
        var madeUp = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> madeUp.add(warning));
        var image = reader.read(0);
        if (!madeUp.isEmpty()) {
            throw invalid("unreadable");
        }
        return image;
    }

    /** Whether that is a JPEG whose frame header (ITU-T T.81, B.2.2) names four components. */
    private static boolean hasFourColors(byte[] sent) {
        var bytes = ByteBuffer.wrap(sent);
        var at = 2;
        while (sent[0] == MARKER && at + 9 < sent.length && sent[at] == MARKER) {
            var marker = sent[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.contains(marker)) {
                return sent[at + 9] == 4;
            }
            at += 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        return false;
    }

    /**
     * Whether that is a JPEG of more scans than any needs. The pixels' own bytes never look like a marker (ITU-T T.81,
     * B.1.1.5), so no scan is missed; a few are counted too many where a profile or a comment happens to hold such bytes.
     */
    private static boolean hasTooManyScans(byte[] sent) {
        if (sent[0] != MARKER) {
            return false;
        }
        var scans = 0;
        for (var at = 0; at + 1 < sent.length; at++) {
            if (sent[at] == MARKER && sent[at + 1] == START_OF_SCAN) {
                scans++;
            }
        }
        return scans > MOST_SCANS;
    }

    private static LogoImage encode(BufferedImage image) throws IOException {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var graphics = plain.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", out);
        return new LogoImage(out.toByteArray(), hash(out.toByteArray()));
    }

    private static Problem invalid(String reason) {
        return Problem.of(422, "logo-invalid").with("reason", reason);
    }

    private static String hash(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
