package dev.kontor.licensing.catalogue;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.util.regex.Pattern;

/** The codes that the operator gives to things, for good. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private Codes() {}

    /** Whether that can be a code at all. */
    public static boolean isOne(String code) {
        return code.length() <= LONGEST && CODE.matcher(code).matches();
    }

    /**
     * Checks the code of a path, and that the body says no other.
     *
     * @param repeated the body's, or null
     */
    public static void check(String code, String repeated) {
        if (!isOne(code)) {
            throw Problems.invalid(InputError.parameter("code", "product-code", LONGEST));
        }
        if (repeated != null && !repeated.equals(code)) {
            throw Problems.invalid(InputError.pointer("/code", "code-of-path", code));
        }
    }
}
