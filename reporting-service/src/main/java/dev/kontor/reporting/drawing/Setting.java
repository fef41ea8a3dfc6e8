package dev.kontor.reporting.drawing;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets text of mixed scripts: Arabic letters in their joined forms, what is written from the right turned round, and
 * each stretch in a font that has it. The ground runs from left to right, as in the SVG, whatever a text begins with.
 */
final class Setting {

    /** Below this no script is written from the right, and none needs another font. */
    private static final int PLAIN = 0x0530;

    /** Brackets look the other way; a mark stays behind its letter. */
    private static final int TURNED = Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING;

    private Setting() {}

    /** The pieces from left to right. */
    static List<Piece> of(Face face, String text) {
        if (text.chars().allMatch(c -> c < PLAIN)) {
            return List.of(new Piece(face.typeface(), text, false, 0));
        }
        var pieces = new ArrayList<Piece>();
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            split(face, text, false, 0, pieces);
            return pieces;
        }
        var joined = joined(text);
        var bidi = new Bidi(joined, Bidi.LTR);
        for (var i = 0; i < bidi.countRuns(); i++) {
            var run = bidi.getVisualRun(i);
            var letters = joined.substring(run.getStart(), run.getLimit());
            var glyphs = run.isOddRun() ? Bidi.writeReverse(letters, TURNED) : letters;
            split(face, glyphs, run.isOddRun(), run.getStart(), pieces);
        }
        return pieces;
    }

    private static String joined(String text) {
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE
                            | ArabicShaping.TEXT_DIRECTION_LOGICAL
                            | ArabicShaping.LENGTH_GROW_SHRINK)
                    .shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One piece for each change of the font. */
    private static void split(Face face, String glyphs, boolean fromRight, int at, List<Piece> pieces) {
        var start = 0;
        var typeface = face.typefaceOf(glyphs.codePointAt(0));
        for (var end = 0; end < glyphs.length(); end += Character.charCount(glyphs.codePointAt(end))) {
            var next = typefaceAt(face, glyphs, end, typeface);
            if (next != typeface) {
                pieces.add(piece(typeface, glyphs, start, end, fromRight, at));
                start = end;
                typeface = next;
            }
        }
        pieces.add(piece(typeface, glyphs, start, glyphs.length(), fromRight, at));
    }

    /** Joiners stay with what they join. */
    private static Typeface typefaceAt(Face face, String glyphs, int place, Typeface before) {
        var c = glyphs.codePointAt(place);
        return before.isShaped() && Face.isJoiner(c) ? before : face.typefaceOf(c);
    }

    private static Piece piece(Typeface typeface, String glyphs, int start, int end, boolean fromRight, int at) {
        var read = at + (fromRight ? glyphs.length() - end : start);
        return new Piece(typeface, glyphs.substring(start, end), fromRight, read);
    }
}
