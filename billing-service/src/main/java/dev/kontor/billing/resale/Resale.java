package dev.kontor.billing.resale;

import static java.util.stream.Collectors.toMap;

import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.ratedmonths.BilledLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the lines of a statement are sold for. Pure: no clock, no database. */
final class Resale {

    private Resale() {}

    /** The month's own lines. */
    static List<ResaleLine> ofMonth(ResalePrices prices, List<BilledLine> lines) {
        var sold = prices.of(Sold.sums(lines).values());
        return lines.stream()
                .map(line -> new ResaleLine(
                        line.customerId(),
                        line.product(),
                        line.billable(),
                        line.amount(),
                        sold.get(Sold.Key.of(line)),
                        null))
                .toList();
    }

    /**
     * What a closed month is sold for now, beside what it was sold for before: a line for each that a statement corrects, and
     * for each whose price another's quantity moves.
     *
     * @param lines of the statement that correct the month
     * @param before all that was billed for the month until then
     */
    static List<ResaleLine> ofCorrections(
            YearMonth corrected, ResalePrices prices, List<BilledLine> lines, List<BilledLine> before) {
        var billed = new ArrayList<>(before);
        billed.addAll(lines);
        var after = Sold.sums(billed);
        var soldNow = prices.of(after.values());
        var soldBefore = prices.of(Sold.sums(before).values());
        var corrections = lines.stream().collect(toMap(Sold.Key::of, Function.identity()));
        var differences = new ArrayList<ResaleLine>();
        for (var key : after.keySet()) {
            var correction = corrections.get(key);
            var now = soldNow.get(key);
            var price = now == null ? null : now.minus(soldBefore.get(key));
            if (correction != null || (price != null && price.amount().signum() != 0)) {
                differences.add(new ResaleLine(
                        key.customerId(),
                        key.product(),
                        correction == null ? Fraction.ZERO : correction.billable(),
                        correction == null ? BigDecimal.ZERO : correction.amount(),
                        price,
                        corrected));
            }
        }
        return differences;
    }
}
