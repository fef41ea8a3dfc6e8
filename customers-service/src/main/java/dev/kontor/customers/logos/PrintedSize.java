package dev.kontor.customers.logos;

import java.awt.AlphaComposite;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** A logo no larger than print needs: at most 800 pixels a side and 256 KiB (rule 31). */
record PrintedSize(Pixels pixels) {

    static final int MOST_PIXELS_A_SIDE = 800;
    static final int MOST_BYTES = 256 * 1024;

    /** What does not pack well, photographs and noise, has to be smaller than what does. */
    byte[] png() throws IOException {
        var whole = pixels.image();
        var longest = Math.max(whole.getWidth(), whole.getHeight());
        var side = Math.min(longest, MOST_PIXELS_A_SIDE);
        var image = side < longest ? scaled(whole, side) : whole;
        var png = encoded(image);
        while (png.length > MOST_BYTES) {
            side = (int) (side * Math.min(0.9, Math.sqrt((double) MOST_BYTES / png.length)));
            image = scaled(whole, side);
            png = encoded(image);
        }
        return png;
    }

    /** Halved until it is nearly there: a pixel of the result then is made of all it covers. */
    private static BufferedImage scaled(BufferedImage whole, int side) {
        var factor = (double) side / Math.max(whole.getWidth(), whole.getHeight());
        var width = Math.max(1, (int) Math.round(whole.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(whole.getHeight() * factor));
        var image = whole;
        while (image.getWidth() > 2 * width || image.getHeight() > 2 * height) {
            image = drawn(image, Math.max(width, image.getWidth() / 2), Math.max(height, image.getHeight() / 2));
        }
        return drawn(image, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        // Multiplied by its cover, so that what is not seen does not colour its neighbours.
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = drawn.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        var plain = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                isOpaque(image) ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < image.getHeight(); y++) {
            var row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            plain.setRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
        }
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), smallest);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static boolean isOpaque(BufferedImage image) {
        for (var y = 0; y < image.getHeight(); y++) {
            for (var pixel : image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth())) {
                if (pixel >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }
}
