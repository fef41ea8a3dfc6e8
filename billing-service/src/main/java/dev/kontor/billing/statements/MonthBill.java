package dev.kontor.billing.statements;

import dev.kontor.billing.bills.BilledLine;
import dev.kontor.billing.bills.RatedMonth;
import dev.kontor.billing.pricebooks.PriceBookVersion;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * All that a statement of a month is made of.
 *
 * @param rated the month itself
 * @param lines its lines, and the corrections of closed months
 * @param inputs how many usage records of which month were counted
 */
record MonthBill(PriceBookVersion prices, RatedMonth rated, List<StatementLine> lines, Map<YearMonth, Long> inputs) {

    List<BilledLine> billed() {
        return lines.stream().map(StatementLine::billed).toList();
    }
}
