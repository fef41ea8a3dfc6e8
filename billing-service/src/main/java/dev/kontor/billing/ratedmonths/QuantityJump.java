package dev.kontor.billing.ratedmonths;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a quantity is so far above the months before that a person should look before it is billed (domain.md rule 26).
 *
 * @param times more than this many times the highest month before
 * @param above and at least this much above it
 */
public record QuantityJump(BigDecimal times, BigDecimal above) {

    /**
     * The first product, by name, that jumps.
     *
     * @param before each earlier month's quantities by product; with none of them a quantity there is nothing to jump from
     */
    public Optional<String> in(List<BilledLine> lines, Collection<Map<String, BigDecimal>> before) {
        return in(quantities(lines), before);
    }

    /** The same of a closed month rated again: what was billed for it is as good to jump from as the months before it. */
    public Optional<String> in(CorrectedMonth month, Collection<Map<String, BigDecimal>> before) {
        var billed = new ArrayList<Map<String, BigDecimal>>(before);
        billed.add(month.billed());
        return in(month.quantities(), billed);
    }

    private Optional<String> in(Map<String, BigDecimal> quantities, Collection<Map<String, BigDecimal>> before) {
        var billedBefore =
                before.stream().flatMap(month -> month.values().stream()).anyMatch(quantity -> quantity.signum() > 0);
        if (!billedBefore) {
            return Optional.empty();
        }
        return quantities.entrySet().stream()
                .filter(entry -> jumps(entry.getValue(), highest(entry.getKey(), before)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean jumps(BigDecimal quantity, BigDecimal highest) {
        return quantity.compareTo(highest.multiply(times)) > 0
                && quantity.subtract(highest).compareTo(above) >= 0;
    }

    private static BigDecimal highest(String product, Collection<Map<String, BigDecimal>> months) {
        return months.stream()
                .map(month -> month.getOrDefault(product, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    static Map<String, BigDecimal> quantities(List<BilledLine> lines) {
        var quantities = new TreeMap<String, BigDecimal>();
        lines.stream()
                .filter(line -> line.correctsMonth() == null)
                .forEach(
                        line -> quantities.merge(line.product(), line.billable().shown(), BigDecimal::add));
        return quantities;
    }
}
