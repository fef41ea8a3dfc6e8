package dev.kontor.billing.parties;

import java.util.regex.Pattern;

/**
 * Where a business receives documents: an e-mail address, or an id with its scheme in front.
 *
 * @param scheme of the list EAS (EN 16931, BT-34-1): {@code EM} for e-mail, four digits for others
 */
public record ElectronicAddress(String scheme, String id) {

    /** How one is written. */
    public static final String FORM = "[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+|\\d{4}:\\S{1,100}";

    private static final Pattern WITH_SCHEME = Pattern.compile("(\\d{4}):(.+)");

    public static ElectronicAddress of(String written) {
        var withScheme = WITH_SCHEME.matcher(written);
        return withScheme.matches()
                ? new ElectronicAddress(withScheme.group(1), withScheme.group(2))
                : new ElectronicAddress("EM", written);
    }
}
