package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.security.SecureRandom;

/** The font files. Each is read when first needed, and its bytes once: by name OpenPDF would index it for every document. */
enum Typeface {
    SANS("NotoSans-Regular.ttf", 'K'),
    SANS_BOLD("NotoSans-Bold.ttf", 'L'),
    ARABIC("NotoSansArabic-Regular.ttf", 'M'),
    ARABIC_BOLD("NotoSansArabic-Bold.ttf", 'N'),
    HEBREW("NotoSansHebrew-Regular.ttf", 'O'),
    HEBREW_BOLD("NotoSansHebrew-Bold.ttf", 'P'),
    GEORGIAN("NotoSansGeorgian-Regular.ttf", 'R', UnicodeScript.GEORGIAN),
    GEORGIAN_BOLD("NotoSansGeorgian-Bold.ttf", 'S', UnicodeScript.GEORGIAN),
    ARMENIAN("NotoSansArmenian-Regular.ttf", 'T', UnicodeScript.ARMENIAN),
    ARMENIAN_BOLD("NotoSansArmenian-Bold.ttf", 'U', UnicodeScript.ARMENIAN),
    ETHIOPIC("NotoSansEthiopic-Regular.ttf", 'V', UnicodeScript.ETHIOPIC),
    ETHIOPIC_BOLD("NotoSansEthiopic-Bold.ttf", 'W', UnicodeScript.ETHIOPIC),
    THAI("NotoSansThai-Regular.ttf", 'X', UnicodeScript.THAI),
    THAI_BOLD("NotoSansThai-Bold.ttf", 'Y', UnicodeScript.THAI),
    CJK("DroidSansFallback.ttf", 'Q');

    private final String file;
    private final char tag;

    /** The only one it is asked for, so that it is not read for another; null for several. */
    private final UnicodeScript script;

    /** Read by many threads at once; OpenPDF keeps what it writes of a font with each document. */
    @SuppressWarnings("ImmutableEnumChecker")
    private volatile BaseFont font;

    Typeface(String file, char tag) {
        this(file, tag, null);
    }

    Typeface(String file, char tag, UnicodeScript script) {
        this.file = file;
        this.tag = tag;
        this.script = script;
    }

    BaseFont font() {
        var known = font;
        return known == null ? load() : known;
    }

    private synchronized BaseFont load() {
        if (font == null) {
            try (var in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
                var loaded = BaseFont.createFont(
                        file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
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

    boolean has(int c) {
        return (script == null || UnicodeScript.of(c) == script) && font().charExists(c);
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
