package dev.kontor.platform.web;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How decimals are read, and how they are written in answers: plain digits, no exponent, no needless zeros. */
public final class Decimals {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final int LONGEST = 100;
    /** In digits on either side of the point. Far beyond any figure, and near enough that calculating with it ends. */
    private static final int WIDEST = 1_000;

    private Decimals() {}

    /**
     * Reads ASCII digits with a decimal point and perhaps an exponent.
     *
     * @throws NumberFormatException for a text that is no decimal
     * @throws ArithmeticException for one beyond all bounds
     */
    public static BigDecimal of(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("no decimal");
        }
        if (text.length() > LONGEST) {
            throw new ArithmeticException("too many digits");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException exponent) {
            throw new ArithmeticException("beyond all bounds");
        }
        if (Math.abs((long) value.scale()) > WIDEST) {
            throw new ArithmeticException("beyond all bounds");
        }
        return value;
    }

    /** The same number without needless zeros; null stays null. */
    public static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(text(value));
    }

    public static String text(BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
