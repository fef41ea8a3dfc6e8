package dev.kontor.reporting.drawing;

import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two cuts of the one typeface, with others for what it lacks; widths are of the very fonts the PDF embeds. */
public enum Face {
    REGULAR(
            Typeface.SANS,
            Typeface.ARABIC,
            Typeface.HEBREW,
            Typeface.GEORGIAN,
            Typeface.ARMENIAN,
            Typeface.ETHIOPIC,
            Typeface.THAI,
            Typeface.DEVANAGARI,
            Typeface.TAMIL,
            Typeface.EMOJI,
            Typeface.CJK),
    BOLD(
            Typeface.SANS_BOLD,
            Typeface.ARABIC_BOLD,
            Typeface.HEBREW_BOLD,
            Typeface.GEORGIAN_BOLD,
            Typeface.ARMENIAN_BOLD,
            Typeface.ETHIOPIC_BOLD,
            Typeface.THAI_BOLD,
            Typeface.DEVANAGARI_BOLD,
            Typeface.TAMIL_BOLD,
            Typeface.EMOJI,
            Typeface.CJK);

    static final String FAMILY = "Noto Sans";

    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "…";

    /** Never changed after it was made. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Typeface> typefaces;

    Face(Typeface... typefaces) {
        this.typefaces = List.of(typefaces);
    }

    Typeface typeface() {
        return typefaces.get(0);
    }

    /** The first typeface that has the character; where none has it, the one that has the substitute. */
    Typeface typefaceOf(int c) {
        for (var typeface : typefaces) {
            if (typeface.has(c)) {
                return typeface;
            }
        }
        return typeface();
    }

    /** Width in points of text as {@link #shown}. */
    public double width(String text, double size) {
        double width = 0;
        for (var piece : Setting.of(this, text)) {
            width += piece.width(size);
        }
        return width;
    }

    /** The text in characters there are fonts for: composed, without controls, U+FFFD for what they lack. */
    public String shown(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return composed;
        }
        var shown = new StringBuilder(composed.length());
        var before = typeface();
        for (var i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            var c = composed.codePointAt(i);
            if (Character.isWhitespace(c)) {
                shown.append(' ');
                before = typeface();
            } else if (drawable(c)) {
                shown.appendCodePoint(c);
                before = typefaceOf(c);
            } else if (isJoiner(c) && before.isShaped()) {
                shown.append((char) c);
            } else if (!ignorable(c)) {
                shown.append((char) REPLACEMENT);
                before = typeface();
            }
        }
        return shown.toString();
    }

    /** Whether there is a font for every character of it. */
    public static boolean sets(String text) {
        return REGULAR.shown(text).indexOf(REPLACEMENT) < 0;
    }

    private boolean drawable(int c) {
        return !ignorable(c) && typefaces.stream().anyMatch(typeface -> typeface.has(c));
    }

    /** What makes one letter or one picture of several, or keeps them apart. */
    static boolean isJoiner(int c) {
        return c == '\u200D' || c == '\u200C';
    }

    /** What is there only for programs. */
    private static boolean ignorable(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) || (c >= 0xFE00 && c <= 0xFE0F);
    }

    /** The text, or as much of it as fits into the width with an ellipsis. */
    public String fit(String text, double size, double width) {
        var shown = shown(text);
        if (width(shown, size) <= width) {
            return shown;
        }
        var low = 0;
        var high = shown.length();
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (width(cut(shown, middle), size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(shown, low);
    }

    /** The whole text in lines that fit into the width, broken at blanks, and within a word where it is wider than a line. */
    List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var rest = shown(text).strip();
        while (!rest.isEmpty()) {
            var end = line(rest, size, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    private int line(String rest, double size, double width) {
        if (width(rest, size) <= width) {
            return rest.length();
        }
        var low = 1;
        var high = rest.length() - 1;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (width(rest.substring(0, middle), size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        var blank = rest.lastIndexOf(' ', low);
        if (blank > 0) {
            return blank;
        }
        var letters = letters(rest);
        var end = letters.isBoundary(low) ? low : letters.preceding(low);
        return end > 0 ? end : letters.following(0);
    }

    /** Places that are not within what readers take for one letter. */
    private static BreakIterator letters(String text) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters;
    }

    private static String cut(String text, int length) {
        var letters = letters(text);
        var end = letters.isBoundary(length) ? length : letters.preceding(length);
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
