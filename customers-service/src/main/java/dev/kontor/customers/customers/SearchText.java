package dev.kontor.customers.customers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched and ordered: without case and accents, so that {@code muller} finds {@code Müller}. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** Folding can make a name of 200 characters ten times as long. */
    private static final int LONGEST_ORDER = 300;

    private SearchText() {}

    static String of(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        return SPACES.matcher(bare.toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("ł", "l")
                        .replace("ø", "o"))
                .replaceAll(" ")
                .strip();
    }

    /** What lists are ordered by: the beginning of it, as much as an index and a cursor hold. */
    static String sortable(String name) {
        var text = of(name);
        return text.codePointCount(0, text.length()) <= LONGEST_ORDER
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ORDER));
    }

    /** A LIKE pattern for any part of a name; what the caller typed is taken literally. */
    static String anywhere(String typed) {
        return "%" + of(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
