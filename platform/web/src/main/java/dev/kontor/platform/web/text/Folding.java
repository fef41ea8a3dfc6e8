package dev.kontor.platform.web.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UTF16;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts without what people don't mean when they compare them (api.md, "texts"): case, accents, the letters that Latin-ASCII
 * spells with others, compatibility forms, forms of quotes, apostrophes and dashes, what is invisible, and how many blanks
 * there are. Search, uniqueness, keys and the order of names all compare by it, so it is kept beside what it was made of
 * and is made anew when it changes: {@link #VERSION}.
 */
public final class Folding {

    /** Counts what changes the outcome, a new version of Unicode included. */
    public static final int VERSION = 1;

    /** The one order of names, that of lists: by the code points of what is left of them. */
    public static final Comparator<String> ORDER = new UTF16.StringComparator(true, false, 0);

    private static final char ARABIC_STRETCH = '\u0640';

    private Folding() {}

    public static String of(String text) {
        return blanks(isAscii(text) ? text.toLowerCase(Locale.ROOT).replace('`', '\'') : letters(text));
    }

    /** A code that people carry, as letters and digits in upper case: whatever typing and pasting put between them is gone. */
    public static String code(String typed) {
        return of(typed).replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String letters(String text) {
        // Before accents that stand alone become blanks.
        var plain = each(text, Unicode::punctuation);
        var folded = Unicode.CASES.normalize(plain);
        return each(Unicode.PARTS.normalize(folded), Folding::letter);
    }

    private static String letter(int c) {
        if (c < 0x80) {
            return Character.toString(c);
        }
        if (isAccent(c) || c == ARABIC_STRETCH) {
            return "";
        }
        return Unicode.isLatinOrShared(c) ? Unicode.ascii(c) : Character.toString(c);
    }

    /**
     * A mark through, above or below its letter, or a point of Hebrew or Arabic, by its combining class. What Indic scripts,
     * Thai and kana write as marks makes another letter, and stays.
     */
    private static boolean isAccent(int c) {
        var place = UCharacter.getCombiningClass(c);
        return place == 1 || (place >= 10 && place <= 36) || place >= 200;
    }

    private static String blanks(String text) {
        var single = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!isBlank(c)) {
                single.appendCodePoint(c);
            } else if (!single.isEmpty() && single.charAt(single.length() - 1) != ' ') {
                single.append(' ');
            }
        });
        if (!single.isEmpty() && single.charAt(single.length() - 1) == ' ') {
            single.setLength(single.length() - 1);
        }
        return single.toString();
    }

    private static boolean isBlank(int c) {
        return c < 0x80 ? c <= ' ' || c == 0x7F : UCharacter.isUWhiteSpace(c) || Character.isISOControl(c);
    }

    private interface Fold {
        String of(int c);
    }

    private static String each(String text, Fold fold) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> folded.append(fold.of(c)));
        return folded.toString();
    }

    /** What ICU knows, loaded with the first text that needs it: a process that never meets one pays nothing. */
    private static final class Unicode {

        static final Normalizer2 CASES = Normalizer2.getNFKCCasefoldInstance();
        static final Normalizer2 PARTS = Normalizer2.getNFDInstance();

        /** Slow a letter at a time, so each is asked for once; there are some thousands, and no caller can add to them. */
        private static final Map<Integer, String> ASCII = new ConcurrentHashMap<>();

        private static final Map<Integer, String> PUNCTUATION = new ConcurrentHashMap<>();

        /** Letters of Latin, and signs that many scripts share. */
        static boolean isLatinOrShared(int c) {
            var script = UScript.getScript(c);
            return script == UScript.LATIN
                    || (script == UScript.COMMON && UCharacter.getType(c) != UCharacter.OTHER_LETTER);
        }

        static String ascii(int c) {
            var plain = punctuation(c);
            return plain.codePointAt(0) != c ? plain : ASCII.computeIfAbsent(c, Latin::ascii);
        }

        static String punctuation(int c) {
            if (c < 0x80) {
                return c == '`' ? "'" : Character.toString(c);
            }
            return switch (UCharacter.getType(c)) {
                case UCharacter.CONNECTOR_PUNCTUATION,
                        UCharacter.DASH_PUNCTUATION,
                        UCharacter.START_PUNCTUATION,
                        UCharacter.END_PUNCTUATION,
                        UCharacter.INITIAL_PUNCTUATION,
                        UCharacter.FINAL_PUNCTUATION,
                        UCharacter.OTHER_PUNCTUATION,
                        UCharacter.MATH_SYMBOL,
                        UCharacter.MODIFIER_SYMBOL,
                        UCharacter.MODIFIER_LETTER -> PUNCTUATION.computeIfAbsent(c, Unicode::plain);
                default -> Character.toString(c);
            };
        }

        /** Dashes and quotes are known by Unicode's properties, their look-alikes by its table of confusables. */
        private static String plain(int c) {
            var sign = Character.toString(c);
            var looks = Lookalikes.CHECKER.getSkeleton(sign);
            if (UCharacter.hasBinaryProperty(c, UProperty.DASH) || looks.equals("-")) {
                return "-";
            }
            if (UCharacter.hasBinaryProperty(c, UProperty.QUOTATION_MARK)) {
                return looks.matches("[',<>]") ? "'" : "\"";
            }
            return looks.matches("'{1,2}") ? looks.replace("''", "\"") : sign;
        }
    }

    /** Five megabytes, for names with letters such as ł and ı only. */
    private static final class Latin {

        static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

        static String ascii(int c) {
            return ASCII.transliterate(Character.toString(c)).toLowerCase(Locale.ROOT);
        }
    }

    private static final class Lookalikes {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
