package dev.kontor.customers.logos;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/**
 * A logo as it is kept: decoded from what was sent, turned, in sRGB, no larger than print needs and encoded anew as PNG, so
 * nothing but pixels gets through (rule 31).
 */
record LogoImage(byte[] png, String hash) {

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_PIXELS_A_SIDE = 2_000;

    /**
     * Reads what a caller sent, whatever it says of itself.
     *
     * @throws Problem 413 {@code too-large}, 422 {@code logo-invalid} with the reason
     */
    static LogoImage read(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw CommonProblem.TOO_LARGE.problem();
        }
        try {
            var png = new PrintedSize(decode(sent)).png();
            return new LogoImage(png, hash(png));
        } catch (IOException | RuntimeException e) {
            // The decoders throw all sorts of things at damaged input; every one means the same.
            throw e instanceof Problem refusal ? refusal : invalid("unreadable");
        }
    }

    private static Pixels decode(byte[] sent) throws IOException {
        if (SentPng.isOne(sent)) {
            return new SentPng(sent).pixels();
        }
        if (SentJpeg.isOne(sent)) {
            return new SentJpeg(sent).pixels();
        }
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            throw invalid(ImageIO.getImageReaders(in).hasNext() ? "format" : "not-an-image");
        }
    }

    static Problem invalid(String reason) {
        return CustomersProblem.LOGO_INVALID.problem().with("reason", reason);
    }

    private static String hash(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
