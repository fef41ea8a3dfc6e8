package dev.kontor.billing.partnerapi;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quantity and a price of one that say together what a line cost, whatever the price model was: clients multiply them.
 *
 * @param quantity as billed; 1 where something was charged for nothing used
 * @param unitPrice with as many digits as it takes for the product to round, half up, to the amount
 * @param minimum whether something was charged for nothing used
 */
record EffectivePrice(BigDecimal quantity, BigDecimal unitPrice, boolean minimum) {

    private static final int FEWEST_DIGITS = 6;

    /**
     * Of a line, or of a difference, whose amount may be below zero.
     *
     * @param listed the price of the line as it stands on the statement, for lines of nothing that cost nothing
     * @param digits of the currency, to which the amount is rounded
     */
    static EffectivePrice of(BigDecimal billable, BigDecimal amount, BigDecimal listed, int digits) {
        if (billable.signum() == 0) {
            return amount.signum() == 0
                    ? new EffectivePrice(BigDecimal.ZERO, listed, false)
                    : new EffectivePrice(BigDecimal.ONE, amount, true);
        }
        // Ends: the error of the product shrinks tenfold with each digit, and the amount lies on the grid it rounds to.
        for (int scale = FEWEST_DIGITS; ; scale++) {
            var price = amount.divide(billable, scale, RoundingMode.HALF_UP);
            if (price.multiply(billable).setScale(digits, RoundingMode.HALF_UP).compareTo(amount) == 0) {
                return new EffectivePrice(billable, price, false);
            }
        }
    }
}
