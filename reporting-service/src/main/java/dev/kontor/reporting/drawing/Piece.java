package dev.kontor.reporting.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * A stretch of text in one font.
 *
 * @param glyphs the characters as they stand, from left to right
 * @param fromRight whether they are read from the right
 * @param at where in the text they are read
 */
record Piece(Typeface typeface, String glyphs, boolean fromRight, int at) {

    private static final double THOUSANDTHS = 1000;

    double width(double size) {
        return typeface.isShaped() ? typeface.shaping().width(glyphs) * size / THOUSANDTHS : widthApart(size);
    }

    /** As wide as its letters one after another. */
    double widthApart(double size) {
        return typeface.font().getWidth(glyphs) * size / THOUSANDTHS;
    }

    /** Of one that is shaped: what is seen of it, from its beginning on the line, counted downwards. */
    Shape outline(double size) {
        return AffineTransform.getScaleInstance(size / THOUSANDTHS, size / THOUSANDTHS)
                .createTransformedShape(typeface.shaping().outline(glyphs));
    }
}
