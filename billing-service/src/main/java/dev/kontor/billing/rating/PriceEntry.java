package dev.kontor.billing.rating;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.util.List;

/**
 * The price of one product.
 *
 * @param packageSize units in a package; null for the other models
 * @param bands rising, the last one open; one open band for flat and package
 * @param minimum least amount of the product over all customers, with or without usage; null for none
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

    /** The same without a least amount. */
    public PriceEntry withoutMinimum() {
        return new PriceEntry(product, model, packageSize, bands, null, maximum, countRule);
    }

    /** Whether it costs something from the first day of a licence on, used or not. */
    boolean owedUnused() {
        return minimum != null && minimum.signum() > 0;
    }

    /**
     * What a quantity costs, rounded once at the end; nothing costs nothing but the minimum, which is owed from the first day
     * of a licence on.
     */
    Parts cost(Fraction quantity, int digits) {
        if (quantity.signum() == 0) {
            return Parts.of(Fraction.ZERO, BigDecimal.ZERO, within(Fraction.ZERO), digits);
        }
        var units = units(quantity);
        var fees = fees(quantity);
        return Parts.of(units, fees, within(units.plus(Fraction.of(fees))), digits);
    }

    private Fraction units(Fraction quantity) {
        return switch (model) {
            case VOLUME, FLAT -> quantity.times(reached(quantity).unitPrice());
            case GRADUATED -> graduated(quantity);
            case PACKAGE ->
                Fraction.of(quantity.started(packageSize).multiply(bands.get(0).unitPrice()));
        };
    }

    private BigDecimal fees(Fraction quantity) {
        if (model != PriceModel.GRADUATED) {
            return reached(quantity).fee();
        }
        var last = bands.indexOf(reached(quantity));
        return bands.subList(0, last + 1).stream().map(Band::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The price a line shows: the band's, or what a unit costs in effect where several bands took part. */
    BigDecimal unitPrice(Fraction quantity) {
        if (model != PriceModel.GRADUATED || quantity.signum() == 0) {
            return reached(quantity).unitPrice();
        }
        return units(quantity)
                .plus(Fraction.of(fees(quantity)))
                .shownOf(quantity)
                .stripTrailingZeros();
    }

    /** The band that a quantity reaches, for instance {@code 1-499}, {@code 500+}. */
    String band(Fraction quantity) {
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

    private Band reached(Fraction quantity) {
        return bands.stream().filter(band -> band.reaches(quantity)).findFirst().orElseThrow();
    }

    private Fraction graduated(Fraction quantity) {
        var amount = BigDecimal.ZERO;
        var below = BigDecimal.ZERO;
        for (var band : bands) {
            if (band.reaches(quantity)) {
                return quantity.minus(below).times(band.unitPrice()).plus(Fraction.of(amount));
            }
            amount = amount.add(band.unitPrice().multiply(band.upTo().subtract(below)));
            below = band.upTo();
        }
        throw new IllegalStateException("The last band is open");
    }

    private Fraction within(Fraction amount) {
        var atLeast = minimum == null ? amount : larger(amount, Fraction.of(minimum));
        return maximum == null ? atLeast : smaller(atLeast, Fraction.of(maximum));
    }

    private static Fraction larger(Fraction one, Fraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Fraction smaller(Fraction one, Fraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
