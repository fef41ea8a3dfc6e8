package dev.kontor.customers.customers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched and ordered: without case and accents, so that {@code muller} finds {@code Müller}. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

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

    /** A LIKE pattern for any part of a name; what the caller typed is taken literally. */
    static String anywhere(String typed) {
        return "%" + of(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
