package dev.kontor.billing.counting;

import java.math.BigDecimal;

/**
 * How long a number from outside may be: 12 digits before and 8 behind the point.
 *
 * <p>Looked at before any arithmetic: {@code 1E999999999} is a short text and a very long number.
 */
public final class DecimalLimits {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 8;

    /** Trailing zeros are no reason to refuse, within reason. */
    private static final int LARGEST_SCALE = 50;

    private DecimalLimits() {}

    public static boolean fits(BigDecimal number) {
        // In this order: precision - scale overflows for a scale near the smallest int.
        return number.scale() >= -MOST_DIGITS
                && number.scale() <= LARGEST_SCALE
                && number.precision() - number.scale() <= MOST_DIGITS
                && number.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }
}
