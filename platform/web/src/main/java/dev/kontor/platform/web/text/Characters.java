package dev.kontor.platform.web.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Set;

/** What the characters of a text do to whoever reads it (UTS 39); their properties are those of Unicode, by ICU. */
public final class Characters {

    /** Blank in every font, though Unicode counts them as symbols and letters. */
    private static final Set<Integer> BLANK_GLYPHS = Set.of(0x2800, 0x1D159, 0x13441, 0x13442);

    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;

    private Characters() {}

    /** How many there are, as JSON Schema counts them: code points, not the units of UTF-16. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** NFC, the form in which every text is kept and compared. */
    public static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Without blanks at its edges, invisible ones included. What is refused anyway stays, and so does all of a text in which
     * nothing is seen: who checks it must see what was sent.
     */
    public static String trimmed(String text) {
        if (!isVisible(text)) {
            return text;
        }
        var from = 0;
        var to = text.length();
        while (isBlank(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (isBlank(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Whether a reader sees anything of it. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /**
     * Whether it is nothing but text: no control characters, nothing that turns the direction of what stands beside it,
     * no hidden tags, no code points that are no characters. Joiners may stand in it: words and emoji are spelled with them.
     *
     * @param lines whether it may have several
     */
    public static boolean areText(String text, boolean lines) {
        return text.codePoints().noneMatch(c -> isForbidden(c, lines));
    }

    private static boolean isVisible(int c) {
        if (c > ' ' && c < 0x7F) {
            return true;
        }
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.CONTROL, UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK ->
                false;
            default ->
                !UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE) && !isIgnorable(c) && !BLANK_GLYPHS.contains(c);
        };
    }

    private static boolean isForbidden(int c, boolean lines) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.CONTROL -> !lines || (c != '\n' && c != '\r' && c != '\t');
            case UCharacterCategory.LINE_SEPARATOR, UCharacterCategory.PARAGRAPH_SEPARATOR -> !lines;
            case UCharacterCategory.SURROGATE -> true;
            case UCharacterCategory.FORMAT ->
                (c >= FIRST_TAG && c <= LAST_TAG)
                        || UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL)
                        || UCharacter.hasBinaryProperty(c, UProperty.DEPRECATED);
            default -> UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT);
        };
    }

    static boolean isIgnorable(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Joiners and variation selectors belong to what they follow. */
    private static boolean isBlank(int c) {
        return !isForbidden(c, false)
                && (UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)
                        || (isIgnorable(c)
                                && !UCharacter.hasBinaryProperty(c, UProperty.JOIN_CONTROL)
                                && !UCharacter.hasBinaryProperty(c, UProperty.VARIATION_SELECTOR)));
    }
}
