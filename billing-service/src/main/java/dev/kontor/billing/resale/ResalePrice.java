package dev.kontor.billing.resale;

import dev.kontor.billing.rating.Parts;
import java.math.BigDecimal;

/**
 * What a customer pays for a product.
 *
 * @param band null of a mark-up
 * @param unitPrice null of a mark-up on more than so many units
 */
record ResalePrice(String band, BigDecimal unitPrice, BigDecimal amount, Parts parts) {

    /** The same, less what was charged before; null for nothing. */
    ResalePrice minus(ResalePrice before) {
        return before == null
                ? this
                : new ResalePrice(band, unitPrice, amount.subtract(before.amount), parts.minus(before.parts));
    }
}
