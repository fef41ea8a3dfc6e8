package dev.kontor.billing.ratedmonths;

import static java.util.stream.Collectors.groupingBy;

import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.rating.Parts;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a closed month rated again differs by from all that was billed for it so far (domain.md rule 24). */
public final class Corrections {

    private Corrections() {}

    private record Key(UUID customerId, String product) implements Comparable<Key> {

        static Key of(BilledLine line) {
            return new Key(line.customerId(), line.product());
        }

        @Override
        public int compareTo(Key other) {
            var byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : customerId.toString().compareTo(other.customerId.toString());
        }
    }

    /**
     * One line for each customer and product whose quantity or amount is another now.
     *
     * @param billed the month's own lines, and the corrections of it on later statements
     */
    public static List<BilledLine> of(YearMonth month, List<BilledLine> rated, List<BilledLine> billed) {
        Map<Key, BilledLine> now =
                rated.stream().collect(Collectors.toMap(Key::of, Function.identity(), (a, b) -> a, TreeMap::new));
        var before = billed.stream().collect(groupingBy(Key::of));
        var keys = new TreeSet<Key>(now.keySet());
        keys.addAll(before.keySet());
        var differences = new ArrayList<BilledLine>();
        for (var key : keys) {
            var its = before.getOrDefault(key, List.of());
            var present = now.get(key);
            var described = present != null ? present : its.get(its.size() - 1);
            var difference = difference(month, described, present, its);
            if (difference.amount().signum() != 0 || isShown(difference.billable())) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private static BilledLine difference(
            YearMonth month, BilledLine described, BilledLine present, List<BilledLine> before) {
        return new BilledLine(
                described.customerId(),
                described.product(),
                described.ordered(),
                change(BilledLine::actual, present, before),
                billable(present, before),
                described.countMethod(),
                described.asOf(),
                described.band(),
                described.unitPrice(),
                change(BilledLine::amount, present, before),
                parts(present, before),
                month);
    }

    /** Months closed before quantities were kept exactly are off by less than anybody sees. */
    private static boolean isShown(Fraction difference) {
        return difference.shown().signum() != 0;
    }

    private static Fraction billable(BilledLine present, List<BilledLine> before) {
        return before.stream()
                .map(BilledLine::billable)
                .reduce(present == null ? Fraction.ZERO : present.billable(), Fraction::minus);
    }

    /** Null where what was billed before does not say what it was made of. */
    private static Parts parts(BilledLine present, List<BilledLine> before) {
        if (before.stream().anyMatch(line -> line.parts() == null)) {
            return null;
        }
        return before.stream()
                .map(BilledLine::parts)
                .reduce(present == null ? Parts.NONE : present.parts(), Parts::minus);
    }

    private static BigDecimal change(
            Function<BilledLine, BigDecimal> value, BilledLine present, List<BilledLine> before) {
        var now = present == null ? BigDecimal.ZERO : value.apply(present);
        return before.stream().map(value).reduce(now, BigDecimal::subtract);
    }
}
