package dev.kontor.reporting.pages;

import com.lowagie.text.Image;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A decoded logo, to be kept: decoding costs more than drawing. */
public final class Logo {
    private static final int BYTES_A_PIXEL = 4;

    private final Image image;

    private Logo(Image image) {
        this.image = image;
    }

    /** A PNG or JPEG; anything else is an {@link UncheckedIOException}. */
    public static Logo of(byte[] bytes) {
        try {
            return new Logo(Image.getInstance(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most it takes of the heap, unpacked. */
    public int bytes() {
        return Math.round(image.getWidth() * image.getHeight()) * BYTES_A_PIXEL;
    }

    double width(double maxWidth, double maxHeight) {
        return image.getWidth() * scale(maxWidth, maxHeight);
    }

    double height(double maxWidth, double maxHeight) {
        return image.getHeight() * scale(maxWidth, maxHeight);
    }

    private double scale(double maxWidth, double maxHeight) {
        return Math.min(maxWidth / image.getWidth(), maxHeight / image.getHeight());
    }

    /** A copy, since a document sets position and size on the image itself. */
    Image copy() {
        return Image.getInstance(image);
    }
}
