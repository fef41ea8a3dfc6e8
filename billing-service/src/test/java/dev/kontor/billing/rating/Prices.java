package dev.kontor.billing.rating;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.util.List;

/** Prices as situations. */
final class Prices {

    private Prices() {}

    static PriceEntry volume(Band... bands) {
        return entry(PriceModel.VOLUME, null, bands);
    }

    static PriceEntry graduated(Band... bands) {
        return entry(PriceModel.GRADUATED, null, bands);
    }

    static PriceEntry flat(String unitPrice) {
        return entry(PriceModel.FLAT, null, open(unitPrice));
    }

    static PriceEntry packages(String size, String price) {
        return entry(PriceModel.PACKAGE, new BigDecimal(size), open(price));
    }

    static PriceEntry entry(PriceModel model, BigDecimal packageSize, Band... bands) {
        return new PriceEntry("endpoint-advanced", model, packageSize, List.of(bands), null, null, CountRule.PEAK);
    }

    static PriceEntry limited(PriceEntry entry, String minimum, String maximum) {
        return new PriceEntry(
                entry.product(),
                entry.model(),
                entry.packageSize(),
                entry.bands(),
                decimal(minimum),
                decimal(maximum),
                entry.countRule());
    }

    static Band upTo(String upTo, String unitPrice) {
        return new Band(decimal(upTo), decimal(unitPrice), null);
    }

    static Band upTo(String upTo, String unitPrice, String flatFee) {
        return new Band(decimal(upTo), decimal(unitPrice), decimal(flatFee));
    }

    static Band open(String unitPrice) {
        return new Band(null, decimal(unitPrice), null);
    }

    static CustomerQuantity used(String customer, String quantity) {
        return new CustomerQuantity(customer, Fraction.of(decimal(quantity)));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
