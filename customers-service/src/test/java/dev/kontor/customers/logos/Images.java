package dev.kontor.customers.logos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Images as callers send them. */
final class Images {

    private Images() {}

    static byte[] filled(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return of(image, format);
    }

    static byte[] of(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IllegalArgumentException(format);
        }
        return out.toByteArray();
    }

    /** A JPEG of nothing but grey noise. */
    static byte[] noise(int width, int height, float quality) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var random = new Random(1);
        var line = new byte[width];
        for (var y = 0; y < height; y++) {
            random.nextBytes(line);
            image.getRaster().setDataElements(0, y, width, 1, line);
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var compressed = writer.getDefaultWriteParam();
            compressed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            compressed.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), compressed);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A chunk of a PNG with its length and checksum. */
    static byte[] chunk(String type, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        var checksum = new CRC32();
        checksum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    /** A PNG with one more chunk, right behind its header: after the signature's 8 and the header's 25 bytes. */
    static byte[] behindHeader(byte[] png, String type, byte[] data) {
        return inserted(png, 33, chunk(type, data));
    }

    /** A JPEG with one more segment, as its first. */
    static byte[] behindStart(byte[] jpeg, int marker, byte[] data) {
        return inserted(jpeg, 2, segment(marker, data));
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    /** A JPEG that sharpens as it loads: of one grey block, first its mean and then the rest, again and again. */
    static byte[] progressive(int scans) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        var quantization = new byte[65];
        Arrays.fill(quantization, 1, 65, (byte) 1);
        out.writeBytes(segment(0xdb, quantization));
        out.writeBytes(segment(0xc2, new byte[] {8, 0, 8, 0, 8, 1, 1, 0x11, 0}));
        // Either table knows one code of one bit, and it says: nothing changes.
        for (byte table : new byte[] {0x00, 0x10}) {
            var codes = new byte[18];
            codes[0] = table;
            codes[1] = 1;
            out.writeBytes(segment(0xc4, codes));
        }
        for (var scan = 0; scan < scans; scan++) {
            var isMean = scan == 0;
            out.writeBytes(segment(0xda, new byte[] {1, 1, 0, (byte) (isMean ? 0 : 1), (byte) (isMean ? 0 : 63), 0}));
            out.write(0x7f);
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(data.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .array();
    }

    /** A JPEG in cyan, magenta, yellow and black. */
    static byte[] fourColours(int width, int height) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
