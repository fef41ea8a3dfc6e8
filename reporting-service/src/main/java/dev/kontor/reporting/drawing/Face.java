package dev.kontor.reporting.drawing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

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
            Typeface.CJK),
    BOLD(
            Typeface.SANS_BOLD,
            Typeface.ARABIC_BOLD,
            Typeface.HEBREW_BOLD,
            Typeface.GEORGIAN_BOLD,
            Typeface.ARMENIAN_BOLD,
            Typeface.ETHIOPIC_BOLD,
            Typeface.THAI_BOLD,
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
    Typeface typefaceOf(char c) {
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
        composed.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                shown.append(' ');
            } else if (drawable(c)) {
                shown.appendCodePoint(c);
            } else if (!ignorable(c)) {
                shown.appendCodePoint(REPLACEMENT);
            }
        });
        return shown.toString();
    }

    /** Whether there is a font for every character of it. */
    public static boolean sets(String text) {
        return REGULAR.shown(text).indexOf(REPLACEMENT) < 0;
    }

    private boolean drawable(int c) {
        return !ignorable(c)
                && !Character.isSupplementaryCodePoint(c)
                && typefaces.stream().anyMatch(typeface -> typeface.has(c));
    }

    /** What is there only for programs, and what makes one picture of several emoji. */
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
        while (low > 1 && Character.getType(rest.charAt(low)) == Character.NON_SPACING_MARK) {
            low--;
        }
        return low;
    }

    private static String cut(String text, int length) {
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }
}
