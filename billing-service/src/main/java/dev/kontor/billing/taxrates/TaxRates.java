package dev.kontor.billing.taxrates;

import dev.kontor.platform.web.InputError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The rates of all countries as one list; knows no clock and no database. */
public record TaxRates(int version, List<TaxRate> rates) {

    private static final Comparator<TaxRate> ORDER = Comparator.comparing(TaxRate::country)
            .thenComparing(TaxRate::category)
            .thenComparing(TaxRate::from);

    /** The rate that holds on a day; empty where none does yet. */
    public Optional<BigDecimal> rate(String country, TaxCategory category, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.country().equals(country)
                        && rate.category() == category
                        && !rate.from().isAfter(day))
                .max(Comparator.comparing(TaxRate::from))
                .map(TaxRate::rate);
    }

    /** The next version, in order. */
    TaxRates next(List<TaxRate> wanted) {
        return new TaxRates(
                version + 1,
                wanted.stream().map(TaxRate::canonical).sorted(ORDER).toList());
    }

    /** Whether it says the same. */
    boolean says(TaxRates other) {
        return rates.equals(other.rates());
    }

    /** What is wrong with a list of valid rates. */
    static List<InputError> violations(List<TaxRate> wanted) {
        var violations = new ArrayList<InputError>();
        var seen = new HashSet<>();
        for (var i = 0; i < wanted.size(); i++) {
            var rate = wanted.get(i);
            if (rate.category() != TaxCategory.S && rate.rate().signum() != 0) {
                violations.add(InputError.pointer("/" + i + "/rate", "no-tax-in-category"));
            }
            if (!seen.add(List.of(rate.country(), rate.category(), rate.from()))) {
                violations.add(InputError.pointer("/" + i + "/from", "rate-twice"));
            }
        }
        return violations;
    }
}
