package dev.kontor.billing.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A line as EN 16931 reckons: quantity × price ÷ base quantity is the amount, and no price is below zero (BR-27).
 *
 * @param baseQuantity for how many the price is; null for one
 */
record BilledItem(BigDecimal quantity, BigDecimal price, BigDecimal baseQuantity) {

    /**
     * The unit price of the statement where it gives the amount; where flat fees, minima, or shares of a sum are in it, the
     * amount itself is the price of all.
     */
    static BilledItem of(InvoiceLine line) {
        var amount = line.amount();
        var quantity = line.quantity();
        if (amount.signum() == 0) {
            return new BilledItem(quantity, BigDecimal.ZERO, null);
        }
        var multiplied = line.unitPrice().multiply(quantity).setScale(amount.scale(), RoundingMode.HALF_UP);
        if (line.unitPrice().signum() >= 0 && multiplied.compareTo(amount) == 0) {
            return new BilledItem(quantity, line.unitPrice(), null);
        }
        return quantity.signum() == amount.signum()
                ? new BilledItem(quantity, amount.abs(), quantity.abs())
                : new BilledItem(BigDecimal.valueOf(amount.signum()), amount.abs(), null);
    }
}
