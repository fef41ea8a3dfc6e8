package dev.kontor.customers.customers;

import dev.kontor.platform.web.text.Folding;

/** Names as they are searched and ordered: folded, so that {@code muller} finds {@code Müller} (domain.md rule 2). */
final class SearchText {

    /** Folding can make a name of 200 characters ten times as long. */
    private static final int LONGEST_ORDER = 300;

    private SearchText() {}

    /** Both names; no search holds a line break, so none is found across the two. */
    static String of(String displayName, String name) {
        return Folding.of(displayName) + "\n" + Folding.of(name);
    }

    /** What lists are ordered by: the beginning of it, as much as an index and a cursor hold. */
    static String sortable(String name) {
        var text = Folding.of(name);
        return text.codePointCount(0, text.length()) <= LONGEST_ORDER
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ORDER));
    }

    /** A LIKE pattern for any part of a name; what the caller typed is taken literally. */
    static String anywhere(String typed) {
        return "%" + Folding.of(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
