package dev.kontor.reporting.drawing;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/** The font files. Each is read when first needed, and its bytes once: by name OpenPDF would index it for every document. */
enum Typeface {
    SANS("NotoSans-Regular.ttf", 'K'),
    SANS_BOLD("NotoSans-Bold.ttf", 'L'),
    ARABIC("NotoSansArabic-Regular.ttf", 'M'),
    ARABIC_BOLD("NotoSansArabic-Bold.ttf", 'N'),
    HEBREW("NotoSansHebrew-Regular.ttf", 'O'),
    HEBREW_BOLD("NotoSansHebrew-Bold.ttf", 'P'),
    CJK("DroidSansFallback.ttf", 'Q');

    private final String file;
    private final char tag;

    /** Read by many threads at once; OpenPDF keeps what it writes of a font with each document. */
    @SuppressWarnings("ImmutableEnumChecker")
    private volatile BaseFont font;

    Typeface(String file, char tag) {
        this.file = file;
        this.tag = tag;
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
        return font().charExists(c);
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
