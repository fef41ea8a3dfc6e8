package dev.kontor.platform.web.foreign;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.util.Locale;

/** Query parameters as other languages write them. */
public final class Parameters {

    private Parameters() {}

    /** Python says {@code True}; null is false. */
    public static boolean flag(String name, String text) {
        return switch (text == null ? "false" : text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.invalid(InputError.parameter(name, "not-true-or-false"));
        };
    }

    /** A number from 1 to {@code most}; {@code otherwise} where there is none. */
    public static int number(String name, Integer given, int otherwise, int most) {
        if (given == null) {
            return otherwise;
        }
        if (given < 1 || given > most) {
            throw Problems.invalid(InputError.parameter(name, "out-of-range", 1, most));
        }
        return given;
    }
}
