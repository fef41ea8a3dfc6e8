package dev.kontor.customers.logos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Has an image decoded that is small enough to be, and whole. */
final class Decoding {

    /** What a decoder warns of where it only guesses how colours are meant, or leaves a profile away. */
    private static final Pattern OF_COLORS = Pattern.compile("profile|ICC|Adobe|JFIF");

    private Decoding() {}

    /**
     * The first image of the file.
     *
     * @throws dev.kontor.platform.web.Problem 422 where it is too large, or lacks pixels
     */
    static BufferedImage by(ImageReader reader, byte[] file) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            // The header alone says how large it gets: looked at before a single pixel is unpacked.
            if (reader.getWidth(0) > LogoImage.MOST_PIXELS_A_SIDE
                    || reader.getHeight(0) > LogoImage.MOST_PIXELS_A_SIDE) {
                throw LogoImage.invalid("dimensions");
            }
            // A decoder only warns where it makes up what a damaged file lacks.
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            var image = reader.read(0);
            if (!warnings.stream().allMatch(OF_COLORS.asPredicate())) {
                throw LogoImage.invalid("unreadable");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }
}
