package dev.kontor.reporting.drawing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.function.IntPredicate;

/** The font files. Each is read when first needed, and its bytes once: by name OpenPDF would index it for every document. */
enum Typeface {
    SANS("NotoSans-Regular.ttf", 'K'),
    SANS_BOLD("NotoSans-Bold.ttf", 'L'),
    ARABIC("NotoSansArabic-Regular.ttf", 'M'),
    ARABIC_BOLD("NotoSansArabic-Bold.ttf", 'N'),
    HEBREW("NotoSansHebrew-Regular.ttf", 'O'),
    HEBREW_BOLD("NotoSansHebrew-Bold.ttf", 'P'),
    GEORGIAN("NotoSansGeorgian-Regular.ttf", 'R', UScript.GEORGIAN),
    GEORGIAN_BOLD("NotoSansGeorgian-Bold.ttf", 'S', UScript.GEORGIAN),
    ARMENIAN("NotoSansArmenian-Regular.ttf", 'T', UScript.ARMENIAN),
    ARMENIAN_BOLD("NotoSansArmenian-Bold.ttf", 'U', UScript.ARMENIAN),
    ETHIOPIC("NotoSansEthiopic-Regular.ttf", 'V', UScript.ETHIOPIC),
    ETHIOPIC_BOLD("NotoSansEthiopic-Bold.ttf", 'W', UScript.ETHIOPIC),
    THAI("NotoSansThai-Regular.ttf", 'X', UScript.THAI, true),
    THAI_BOLD("NotoSansThai-Bold.ttf", 'Y', UScript.THAI, true),
    DEVANAGARI("NotoSansDevanagari-Regular.ttf", 'A', UScript.DEVANAGARI, true),
    DEVANAGARI_BOLD("NotoSansDevanagari-Bold.ttf", 'B', UScript.DEVANAGARI, true),
    TAMIL("NotoSansTamil-Regular.ttf", 'C', UScript.TAMIL, true),
    TAMIL_BOLD("NotoSansTamil-Bold.ttf", 'D', UScript.TAMIL, true),
    EMOJI("NotoEmoji-Regular.ttf", 'E', Typeface::isEmoji, true),
    CJK("DroidSansFallback.ttf", 'Q');

    private final String file;
    private final char tag;

    /** What it is asked for, so that it is not read for others. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final IntPredicate meant;

    /** Whether its letters change their form and place beside others. */
    private final boolean shaped;

    /** Read by many threads at once; OpenPDF keeps what it writes of a font with each document. */
    @SuppressWarnings("ImmutableEnumChecker")
    private volatile BaseFont font;

    @SuppressWarnings("ImmutableEnumChecker")
    private volatile Shaping shaping;

    Typeface(String file, char tag) {
        this(file, tag, c -> true, false);
    }

    Typeface(String file, char tag, int script) {
        this(file, tag, script, false);
    }

    Typeface(String file, char tag, int script, boolean shaped) {
        this(file, tag, c -> UScript.hasScript(c, script), shaped);
    }

    Typeface(String file, char tag, IntPredicate meant, boolean shaped) {
        this.file = file;
        this.tag = tag;
        this.meant = meant;
        this.shaped = shaped;
    }

    boolean isShaped() {
        return shaped;
    }

    /** How its letters stand beside each other; only of one that {@link #isShaped}. */
    Shaping shaping() {
        var known = shaping;
        return known == null ? loadShaping() : known;
    }

    private synchronized Shaping loadShaping() {
        if (shaping == null) {
            shaping = Shaping.of(bytes());
        }
        return shaping;
    }

    BaseFont font() {
        var known = font;
        return known == null ? load() : known;
    }

    private synchronized BaseFont load() {
        if (font == null) {
            try {
                var loaded = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes(), null);
                loaded.setSecureRandom(new SubsetTag(tag));
                // PDF/A wants none rather than one that leaves out the glyph for what is missing.
                loaded.setIncludeCidSet(false);
                font = loaded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return font;
    }

    private static boolean isEmoji(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT);
    }

    private byte[] bytes() {
        try (var in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int c) {
        return meant.test(c) && font().charExists(c);
    }

    /** The letters before a subset's name, which have to differ between fonts, not between documents (ISO 32000-1, 9.6.4). */
    private static final class SubsetTag extends SecureRandom {

        private static final long serialVersionUID = 1;
        private static final double LETTERS = 26;

        private final double letter;

        SubsetTag(char letter) {
            this.letter = (letter - 'A' + 0.5) / LETTERS;
        }

        @Override
        public double nextDouble() {
            return letter;
        }
    }
}
