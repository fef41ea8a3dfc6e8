package dev.kontor.platform.database;

import java.util.Locale;

/** Constants of enums as they stand in columns: {@code CHANGE_BILLING_TYPE} as {@code change-billing-type}. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Also of a column that holds the name itself, or underscores. */
    static Object constant(String text, Class<?> type) {
        if (text == null) {
            return null;
        }
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no constant " + name);
    }
}
