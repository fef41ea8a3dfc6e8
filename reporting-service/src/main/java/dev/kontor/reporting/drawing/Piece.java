package dev.kontor.reporting.drawing;

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
        return typeface.font().getWidth(glyphs) * size / THOUSANDTHS;
    }
}
