package dev.kontor.local;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a logo that is recognisably somebody's: shapes only, since a headless JRE may have no fonts. */
final class DemoLogo {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 160;

    private DemoLogo() {}

    /** A PNG; the same seed gives the same picture. */
    static byte[] png(String seed) {
        var hash = seed.hashCode();
        var main = Color.getHSBColor((hash & 0xff) / 255f, 0.65f, 0.62f);
        var second = Color.getHSBColor(((hash >> 8) & 0xff) / 255f, 0.45f, 0.85f);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(main);
        pen.fill(new RoundRectangle2D.Double(8, 8, 144, 144, 36, 36));
        pen.setColor(Color.WHITE);
        if ((hash & 1) == 0) {
            mountain(pen);
        } else {
            wave(pen);
        }
        bars(pen, main, second, hash);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void mountain(Graphics2D pen) {
        Path2D mountain = new Path2D.Double();
        mountain.moveTo(28, 120);
        mountain.lineTo(68, 52);
        mountain.lineTo(90, 88);
        mountain.lineTo(102, 68);
        mountain.lineTo(132, 120);
        mountain.closePath();
        pen.fill(mountain);
        pen.fill(new Ellipse2D.Double(104, 32, 22, 22));
    }

    private static void wave(Graphics2D pen) {
        pen.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var y = 52; y <= 112; y += 30) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(32, y);
            wave.curveTo(56, y - 28, 68, y + 28, 88, y);
            wave.curveTo(102, y - 20, 116, y - 8, 128, y);
            pen.draw(wave);
        }
    }

    // Stands for the name beside the sign.
    private static void bars(Graphics2D pen, Color main, Color second, int hash) {
        var longer = 180 + Math.floorMod(hash >> 4, 110);
        pen.setColor(main);
        pen.fill(new RoundRectangle2D.Double(176, 44, longer, 34, 17, 17));
        pen.setColor(second);
        pen.fill(new RoundRectangle2D.Double(176, 92, longer * 0.7, 22, 11, 11));
    }
}
