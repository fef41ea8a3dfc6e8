package dev.kontor.billing.ratedmonths;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.rating.Parts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What one customer's product costs in a month, or by how much that has changed since it was billed.
 *
 * @param ordered null where none was ordered
 * @param billable exact: what else is rated by it adds up before it rounds
 * @param asOf null where nothing was used
 * @param parts why the amount is what it is; null where a month was billed before they were kept
 * @param correctsMonth the closed month a difference belongs to; null on a line of the month itself
 */
public record BilledLine(
        UUID customerId,
        String product,
        BigDecimal ordered,
        BigDecimal actual,
        Fraction billable,
        CountMethod countMethod,
        LocalDate asOf,
        String band,
        BigDecimal unitPrice,
        BigDecimal amount,
        Parts parts,
        YearMonth correctsMonth) {

    /** The sum of amounts. */
    public static BigDecimal total(List<BilledLine> lines) {
        return lines.stream().map(BilledLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
