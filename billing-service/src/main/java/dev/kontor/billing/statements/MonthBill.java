package dev.kontor.billing.statements;

import dev.kontor.billing.pricebooks.Prices;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.CorrectedMonth;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.rules.Rules;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * All that a statement of a month is made of.
 *
 * @param rules those it was counted by
 * @param rated the month itself
 * @param lines its lines, and the corrections of closed months
 * @param corrected closed months that were rated again
 * @param inOtherCurrency closed months with differences that can't be corrected here
 * @param inputs how many usage records of which month were counted
 * @param credit what the statements before left over
 */
record MonthBill(
        Prices prices,
        Rules rules,
        RatedMonth rated,
        List<StatementLine> lines,
        List<CorrectedMonth> corrected,
        SortedSet<YearMonth> inOtherCurrency,
        Map<YearMonth, Long> inputs,
        BigDecimal credit) {

    /** The sum of its lines. */
    BigDecimal total() {
        return BilledLine.total(lines.stream().map(StatementLine::billed).toList())
                .setScale(prices.book().digits());
    }
}
