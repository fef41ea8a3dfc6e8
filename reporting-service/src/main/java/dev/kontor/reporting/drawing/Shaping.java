package dev.kontor.reporting.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Sets letters that join, change their order or carry marks, by the font's own tables (OpenType GSUB and GPOS). The
 * platform does it, with HarfBuzz.
 */
final class Shaping {

    /** At this size a thousandth of the size is one unit, as in widths of the others. */
    private static final float SIZE = 1000;

    /** No pixels: outlines and places as the font's designer gave them. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font font;

    private Shaping(Font font) {
        this.font = font;
    }

    static Shaping of(byte[] file) {
        try {
            return new Shaping(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont(SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In thousandths of the size. */
    double width(String text) {
        var glyphs = glyphs(text);
        return glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }

    /** In thousandths of the size, from where the line begins, counted downwards. */
    Shape outline(String text) {
        return glyphs(text).getOutline();
    }

    private GlyphVector glyphs(String text) {
        var letters = text.toCharArray();
        return font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }
}
