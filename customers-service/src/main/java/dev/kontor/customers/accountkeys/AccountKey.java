package dev.kontor.customers.accountkeys;

import dev.kontor.platform.web.text.Folding;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A key as people read it to each other: {@code AK-7Q3VB-…}, 125 random bits without letters one can mistake. */
final class AccountKey {

    private static final String PREFIX = "AK";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private AccountKey() {}

    static String random() {
        return format(PREFIX
                + RANDOM.ints((long) GROUPS * GROUP, 0, LETTERS.length())
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                        .collect(Collectors.joining()));
    }

    /** What somebody typed or pasted, as it was handed out. */
    static String read(String typed) {
        var bare = Folding.code(typed);
        return bare.length() == PREFIX.length() + GROUPS * GROUP ? format(bare) : bare;
    }

    private static String format(String bare) {
        var key = new StringBuilder(bare.substring(0, PREFIX.length()));
        for (var i = PREFIX.length(); i < bare.length(); i += GROUP) {
            key.append('-').append(bare, i, i + GROUP);
        }
        return key.toString();
    }
}
