package dev.kontor.billing.ratedmonths;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A closed month rated again, beside all that was billed for it so far.
 *
 * @param differences what is billed, or given back, on the next statement
 * @param withoutPrice products that were used and that its own price book does not know
 * @param quantities by product, as rated again
 * @param billed by product, corrections included
 */
public record CorrectedMonth(
        YearMonth month,
        List<BilledLine> differences,
        SortedSet<String> withoutPrice,
        Map<String, BigDecimal> quantities,
        Map<String, BigDecimal> billed) {

    /**
     * Compares.
     *
     * @param billed the month's own lines, and the corrections of it on later statements
     */
    public static CorrectedMonth of(YearMonth month, RatedMonth again, List<BilledLine> billed) {
        return new CorrectedMonth(
                month,
                Corrections.of(month, again.lines(), billed),
                again.withoutPrice(),
                quantities(again.lines()),
                quantities(billed));
    }

    private static Map<String, BigDecimal> quantities(List<BilledLine> lines) {
        var quantities = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> quantities.merge(line.product(), line.billable().shown(), BigDecimal::add));
        return quantities;
    }
}
