package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;

/** The two cuts of the one typeface; widths are measured with the very font the PDF embeds. */
public enum Face {
    REGULAR("NotoSans-Regular.ttf"),
    BOLD("NotoSans-Bold.ttf");

    static final String FAMILY = "Noto Sans";

    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "…";
    private static final double THOUSANDTHS = 1000;

    /** Read by many threads at once; OpenPDF keeps what it writes of a font with each document. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final BaseFont font;

    Face(String file) {
        this.font = load(file);
    }

    /** The font's bytes are read once: naming it by file would index its glyphs anew for every document. */
    private static BaseFont load(String file) {
        try (InputStream in = Face.class.getResourceAsStream("/fonts/" + file)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BaseFont font() {
        return font;
    }

    /** Width in points of text as {@link #shown}. */
    public double width(String text, double size) {
        return font.getWidth(text) * size / THOUSANDTHS;
    }

    /** The text in the characters the font has: composed, without controls, U+FFFD for what it lacks. */
    public String shown(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return composed;
        }
        StringBuilder shown = new StringBuilder(composed.length());
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

    private boolean drawable(int c) {
        return !Character.isISOControl(c)
                && !ignorable(c)
                && !Character.isSupplementaryCodePoint(c)
                && font.charExists(c);
    }

    private static boolean ignorable(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }

    /** The text, or as much of it as fits into the width with an ellipsis. */
    public String fit(String text, double size, double width) {
        String shown = shown(text);
        if (width(shown, size) <= width) {
            return shown;
        }
        int low = 0;
        int high = shown.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(shown, middle), size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(shown, low);
    }

    private static String cut(String text, int length) {
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }
}
