package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer's month of one billed product: ordered, actual and billable quantity kept apart.
 *
 * @param product the selected licence, whatever product of its category was installed (domain.md rule 10)
 * @param ordered null where none was ordered
 * @param asOf the day the actual quantity stands for; null where nothing was used
 * @param stale how much of the actual quantity nobody had repeated for 31 days on the last day counted (rule 20)
 */
public record MonthCount(
        String product,
        BigDecimal ordered,
        Fraction actual,
        Fraction billable,
        CountMethod method,
        LocalDate asOf,
        BigDecimal stale) {

    /** Of a licence without usage. */
    static MonthCount unused(String product, BigDecimal ordered, CountRule rule) {
        return new MonthCount(product, ordered, Fraction.ZERO, Fraction.ZERO, rule.method(), null, BigDecimal.ZERO);
    }

    public boolean used() {
        return asOf != null;
    }
}
