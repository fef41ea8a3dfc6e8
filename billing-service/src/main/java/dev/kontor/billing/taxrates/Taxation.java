package dev.kontor.billing.taxrates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tax of a document (domain.md rules 32 and 33): taken of the sum of all lines at one rate, and rounded once, half-up.
 *
 * @param rates the rate of each month that lines are of
 * @param taxes one for each rate, the highest first
 */
public record Taxation(List<MonthRate> rates, List<TaxLine> taxes) {

    private static final int PERCENT = 2;

    /** The rate of the last day of a month. */
    public record MonthRate(YearMonth month, BigDecimal rate) {}

    /**
     * Empty where a month has no rate in the seller's country.
     *
     * @param sums of the amounts of each month
     * @param digits of the currency
     */
    public static Optional<Taxation> of(
            TaxTreatment treatment, String country, TaxRates list, Map<YearMonth, BigDecimal> sums, int digits) {
        var rates = new ArrayList<MonthRate>();
        var bases = new TreeMap<BigDecimal, BigDecimal>(Comparator.reverseOrder());
        for (var sum : new TreeMap<>(sums).entrySet()) {
            var rate = rate(treatment.category(), country, list, sum.getKey());
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            rates.add(new MonthRate(sum.getKey(), rate.get()));
            bases.merge(rate.get(), sum.getValue(), BigDecimal::add);
        }
        var taxes = bases.entrySet().stream()
                .map(base -> taxed(treatment, base.getKey(), base.getValue().setScale(digits), digits))
                .toList();
        return Optional.of(new Taxation(rates, taxes));
    }

    private static Optional<BigDecimal> rate(TaxCategory category, String country, TaxRates list, YearMonth month) {
        return category == TaxCategory.S
                ? list.rate(country, category, month.atEndOfMonth())
                : Optional.of(BigDecimal.ZERO);
    }

    private static TaxLine taxed(TaxTreatment treatment, BigDecimal rate, BigDecimal base, int digits) {
        var tax = base.multiply(rate).movePointLeft(PERCENT).setScale(digits, RoundingMode.HALF_UP);
        return new TaxLine(treatment.category(), rate, base, tax, treatment.reason());
    }

    public BigDecimal net() {
        return taxes.stream().map(TaxLine::base).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal tax() {
        return taxes.stream().map(TaxLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
