package dev.kontor.billing.reconciliation;

import dev.kontor.billing.counting.DecimalLimits;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Numbers as people and spreadsheets write them: with a point or a comma, in groups of three, negative ones with their sign
 * in front, behind, or in brackets. One that can be read in two ways is refused, whatever the file looks like: a quantity
 * that is a thousandth is worse than none.
 */
final class TypedNumber {

    private static final Pattern NOISE = Pattern.compile("[\\p{Sc}\\p{Cf}]");
    private static final Pattern MINUS = Pattern.compile("[−–‐﹣]");
    private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)");

    /** A separator and exactly three digits behind it: a thousand or a thousandth. */
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Pattern DECIMAL = Pattern.compile("\\d*[.,]?\\d+");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:([.,' ])\\d{3})(?:\\1\\d{3})*(?:(?!\\1)[.,]\\d+)?");
    private static final Pattern EXPONENT = Pattern.compile("\\d+(?:\\.\\d+)?[eE][-+]?\\d{1,9}");

    private TypedNumber() {}

    /** Why a text is no number here, as the finding's reason. */
    static final class NoNumber extends Exception {

        private static final long serialVersionUID = 1L;

        private final Finding.Reason reason;

        NoNumber(Finding.Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Finding.Reason reason() {
            return reason;
        }
    }

    /** A number of no more digits than billing counts with. */
    static BigDecimal read(String typed) throws NoNumber {
        var plain =
                NOISE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        var text = MINUS.matcher(plain).replaceAll("-").replace('’', '\'').strip();
        var bracketed = BRACKETS.matcher(text);
        var negative = bracketed.matches() || text.startsWith("-") || text.endsWith("-");
        var digits = (bracketed.matches() ? bracketed.group(1) : unsigned(text)).strip();
        var number = decimal(digits);
        if (!DecimalLimits.fits(number)) {
            throw new NoNumber(Finding.Reason.TOO_MANY_DIGITS);
        }
        return negative ? number.negate() : number;
    }

    private static String unsigned(String text) {
        if (text.startsWith("-") || text.startsWith("+")) {
            return text.substring(1);
        }
        return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    }

    private static BigDecimal decimal(String digits) throws NoNumber {
        if (EITHER.matcher(digits).matches()) {
            throw new NoNumber(Finding.Reason.AMBIGUOUS_NUMBER);
        }
        if (DECIMAL.matcher(digits).matches() || EXPONENT.matcher(digits).matches()) {
            return new BigDecimal(digits.replace(',', '.'));
        }
        var grouped = GROUPED.matcher(digits);
        if (!grouped.matches()) {
            throw new NoNumber(Finding.Reason.NOT_A_DECIMAL);
        }
        return new BigDecimal(digits.replace(grouped.group(1), "").replace(',', '.'));
    }
}
