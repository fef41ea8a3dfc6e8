package dev.kontor.customers.logos;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** An image's pixels in sRGB, eight bits a colour, with transparency. */
record Pixels(BufferedImage image) {

    /** Whatever the decoder made: its colour models differ by the file's colour type and depth. */
    static Pixels of(BufferedImage decoded) {
        var model = decoded.getColorModel();
        var kind = model.getColorSpace().getType();
        if (kind == ColorSpace.TYPE_GRAY) {
            return new Pixels(grey(decoded, model));
        }
        var plain = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB);
        if (model.getColorSpace().isCS_sRGB()) {
            for (var y = 0; y < decoded.getHeight(); y++) {
                var row = decoded.getRGB(0, y, decoded.getWidth(), 1, null, 0, decoded.getWidth());
                plain.setRGB(0, y, decoded.getWidth(), 1, row, 0, decoded.getWidth());
            }
        } else {
            new ColorConvertOp(null).filter(decoded, plain);
        }
        return new Pixels(plain);
    }

    /** Sample by sample: Java takes grey for linear light, and would make it brighter. */
    private static BufferedImage grey(BufferedImage decoded, ColorModel model) {
        var plain = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var raster = decoded.getRaster();
        var most = (1 << model.getComponentSize(0)) - 1;
        int[] samples = null;
        for (var y = 0; y < decoded.getHeight(); y++) {
            samples = raster.getPixels(0, y, decoded.getWidth(), 1, samples);
            var bands = raster.getNumBands();
            for (var x = 0; x < decoded.getWidth(); x++) {
                var light = eightBits(samples[x * bands], most);
                var cover = bands > 1 ? eightBits(samples[x * bands + 1], most) : 0xff;
                plain.setRGB(x, y, cover << 24 | light << 16 | light << 8 | light);
            }
        }
        return plain;
    }

    static int eightBits(int sample, int most) {
        return (sample * 255 + most / 2) / most;
    }

    /** Transparent where that grey is; none is negative. */
    Pixels withoutGrey(int light) {
        for (var y = 0; light >= 0 && y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xff) == light) {
                    image.setRGB(x, y, 0);
                }
            }
        }
        return this;
    }

    /** These colours meant by that profile; as they are where it is none of red, green and blue. */
    Pixels in(byte[] profile) {
        if (profile == null) {
            return this;
        }
        try {
            var space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            return space.getType() == ColorSpace.TYPE_RGB ? in(space) : this;
        } catch (IllegalArgumentException | CMMException damaged) {
            return this;
        }
    }

    private Pixels in(ICC_ColorSpace space) {
        var width = image.getWidth();
        var meant = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var line = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        var converted = new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB);
        var conversion = new ColorConvertOp(null);
        var colors = new int[width * 3];
        // Line by line, so that no second image is held.
        for (var y = 0; y < image.getHeight(); y++) {
            var row = image.getRGB(0, y, width, 1, null, 0, width);
            for (var x = 0; x < width; x++) {
                colors[x * 3] = row[x] >> 16 & 0xff;
                colors[x * 3 + 1] = row[x] >> 8 & 0xff;
                colors[x * 3 + 2] = row[x] & 0xff;
            }
            line.setPixels(0, 0, width, 1, colors);
            conversion.filter(new BufferedImage(model, line, false, null), converted);
            var light = converted.getRGB(0, 0, width, 1, null, 0, width);
            for (var x = 0; x < width; x++) {
                light[x] = (row[x] & 0xff000000) | (light[x] & 0xffffff);
            }
            meant.setRGB(0, y, width, 1, light, 0, width);
        }
        return new Pixels(meant);
    }

    Pixels turned(Turn turn) {
        if (turn.equals(Turn.NONE)) {
            return this;
        }
        var lies = turn.quarters() % 2 == 1;
        var width = lies ? image.getHeight() : image.getWidth();
        var height = lies ? image.getWidth() : image.getHeight();
        var onto = new AffineTransform();
        onto.translate(width / 2.0, height / 2.0);
        onto.quadrantRotate(turn.quarters());
        if (turn.mirrored()) {
            onto.scale(-1, 1);
        }
        onto.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        new AffineTransformOp(onto, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
        return new Pixels(turned);
    }
}
