package dev.kontor.billing.counting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One customer's levels of one product, in the order they were observed, then arrived. */
public final class Levels {

    private static final Comparator<Level> OBSERVED =
            Comparator.comparing(Level::observedAt).thenComparingLong(Level::arrival);

    private final List<Level> inOrder;

    private Levels(List<Level> inOrder) {
        this.inOrder = inOrder;
    }

    /** The order in which the levels are handed over does not matter. */
    public static Levels of(Collection<Level> reported) {
        return new Levels(reported.stream().sorted(OBSERVED).toList());
    }

    /** The highest level reported from {@code from} on and before {@code until}. */
    Optional<Level> highestWithin(Instant from, Instant until) {
        return inOrder.subList(firstAt(from), firstAt(until)).stream().max(Comparator.comparing(Level::quantity));
    }

    /** The level that holds just before {@code until}: what a day without a report carries on. */
    Optional<Level> lastBefore(Instant until) {
        int next = firstAt(until);
        return next == 0 ? Optional.empty() : Optional.of(inOrder.get(next - 1));
    }

    private int firstAt(Instant instant) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle).observedAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
