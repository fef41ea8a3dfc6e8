package dev.kontor.customers.accountkeys;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A key as people read it to each other: {@code AK-7Q3VB-…}, 125 random bits without letters one can mistake. */
final class AccountKey {

    private static final String PREFIX = "AK";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern NOISE = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private AccountKey() {}

    static String random() {
        return format(PREFIX
                + RANDOM.ints((long) GROUPS * GROUP, 0, LETTERS.length())
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                        .collect(Collectors.joining()));
    }

    /** What somebody typed, as it was handed out: case, blanks and dashes do not matter. */
    static String read(String typed) {
        var bare = NOISE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
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
