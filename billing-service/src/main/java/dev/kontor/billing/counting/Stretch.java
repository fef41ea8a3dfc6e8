package dev.kontor.billing.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of time in which one product of a category was the selected one: where licences run side by side, the one selected
 * last. Licences of one product that follow each other without a gap, such as for another quantity, are one stretch.
 *
 * @param until exclusive; null while it runs
 */
record Stretch(String product, Instant from, Instant until) {

    /** In order; they don't overlap. */
    static List<Stretch> of(List<Segment> ofOneCategory) {
        if (ofOneCategory.size() == 1) {
            var only = ofOneCategory.get(0);
            return only.from().equals(only.until())
                    ? List.of()
                    : List.of(new Stretch(only.product(), only.from(), only.until()));
        }
        var edges = new TreeSet<Instant>();
        ofOneCategory.forEach(segment -> {
            edges.add(segment.from());
            if (segment.until() != null) {
                edges.add(segment.until());
            }
        });
        var stretches = new ArrayList<Stretch>();
        for (var edge : edges) {
            var until = edges.higher(edge);
            ofOneCategory.stream()
                    .filter(segment -> segment.covers(edge))
                    .max(Segment.SELECTED_LATER)
                    .ifPresent(selected -> append(stretches, new Stretch(selected.product(), edge, until)));
        }
        return stretches;
    }

    private static void append(List<Stretch> stretches, Stretch next) {
        var last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && last.product.equals(next.product) && next.from.equals(last.until)) {
            stretches.set(stretches.size() - 1, new Stretch(last.product, last.from, next.until));
        } else {
            stretches.add(next);
        }
    }

    boolean overlaps(Period.Day day) {
        return from.isBefore(day.end()) && (until == null || until.isAfter(day.start()));
    }

    /** Whether it ends while the day is still on: then the day is none of its days. */
    boolean endsWithin(Period.Day day) {
        return until != null && until.isBefore(day.end());
    }
}
