package dev.kontor.billing.rating;

import dev.kontor.billing.counting.CountRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The price of one product.
 *
 * @param packageSize units in a package; null for the other models
 * @param bands rising, the last one open; one open band for flat and package
 * @param minimum least amount of the product over all customers, once there is any quantity; null for none
 * @param maximum largest amount of the product over all customers; null for none
 */
public record PriceEntry(
        String product,
        PriceModel model,
        BigDecimal packageSize,
        List<Band> bands,
        BigDecimal minimum,
        BigDecimal maximum,
        CountRule countRule) {

    /** The exact amount of a quantity, after minimum and maximum, before rounding; nothing costs nothing. */
    BigDecimal amount(BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var amount =
                switch (model) {
                    case VOLUME, FLAT -> {
                        var band = reached(quantity);
                        yield band.unitPrice().multiply(quantity).add(band.fee());
                    }
                    case GRADUATED -> graduated(quantity);
                    case PACKAGE -> {
                        var band = bands.get(0);
                        var started = quantity.divide(packageSize, 0, RoundingMode.CEILING);
                        yield band.unitPrice().multiply(started).add(band.fee());
                    }
                };
        return within(amount);
    }

    /** The price a line shows: the band's, or what a unit costs in effect where several bands took part. */
    BigDecimal unitPrice(BigDecimal quantity) {
        if (model != PriceModel.GRADUATED || quantity.signum() == 0) {
            return reached(quantity).unitPrice();
        }
        return graduated(quantity).divide(quantity, 8, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** The band that a quantity reaches, for instance {@code 1-499}, {@code 500+}. */
    String band(BigDecimal quantity) {
        var index = bands.indexOf(reached(quantity));
        var below = index == 0 ? BigDecimal.ZERO : bands.get(index - 1).upTo();
        var upTo = bands.get(index).upTo();
        // Between decimal bounds there is no "next" quantity to name.
        var from = below.stripTrailingZeros().scale() <= 0
                ? below.add(BigDecimal.ONE).toBigInteger().toString()
                : ">" + below.stripTrailingZeros().toPlainString();
        return upTo == null
                ? from + "+"
                : from + "-" + upTo.stripTrailingZeros().toPlainString();
    }

    private Band reached(BigDecimal quantity) {
        return bands.stream().filter(band -> band.reaches(quantity)).findFirst().orElseThrow();
    }

    private BigDecimal graduated(BigDecimal quantity) {
        var amount = BigDecimal.ZERO;
        var below = BigDecimal.ZERO;
        for (var band : bands) {
            var top = band.reaches(quantity) ? quantity : band.upTo();
            amount = amount.add(band.unitPrice().multiply(top.subtract(below))).add(band.fee());
            if (band.reaches(quantity)) {
                break;
            }
            below = top;
        }
        return amount;
    }

    private BigDecimal within(BigDecimal amount) {
        var atLeast = minimum == null ? amount : amount.max(minimum);
        return maximum == null ? atLeast : atLeast.min(maximum);
    }
}
