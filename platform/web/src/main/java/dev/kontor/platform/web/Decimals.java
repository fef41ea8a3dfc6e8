package dev.kontor.platform.web;

import java.math.BigDecimal;

/** How decimals are written in answers: plain digits, no exponent, no needless zeros. */
public final class Decimals {

    private Decimals() {}

    public static String text(BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
