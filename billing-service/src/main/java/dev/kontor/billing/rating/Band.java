package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;

/**
 * One band of prices.
 *
 * @param upTo the last quantity that is in it; null in the open band at the end
 * @param unitPrice of a unit, or of a package
 * @param flatFee charged once when the band is reached (volume) or entered (graduated); null for none
 */
public record Band(BigDecimal upTo, BigDecimal unitPrice, BigDecimal flatFee) {

    boolean reaches(Fraction quantity) {
        return upTo == null || quantity.compareTo(Fraction.of(upTo)) <= 0;
    }

    BigDecimal fee() {
        return flatFee == null ? BigDecimal.ZERO : flatFee;
    }
}
