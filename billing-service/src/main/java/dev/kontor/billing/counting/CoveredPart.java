package dev.kontor.billing.counting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of a day that monthly licences of one category cover.
 *
 * @param until exclusive
 * @param product of the licence that was selected last
 */
public record CoveredPart(Instant from, Instant until, String product) {

    /** Empty where no licence covers any of it. */
    public static Optional<CoveredPart> of(Period.Day day, List<Segment> ofOneCategory) {
        var start = day.start();
        var end = day.end();
        var covering = ofOneCategory.size() == 1 ? ofOneCategory : covering(ofOneCategory, start, end);
        if (covering.isEmpty() || !covering.get(0).overlaps(start, end)) {
            return Optional.empty();
        }
        var until = start;
        for (var segment : covering) {
            until = later(until, segment.until() == null ? end : earlier(segment.until(), end));
        }
        return Optional.of(new CoveredPart(
                later(start, covering.get(0).from()),
                until,
                covering.get(covering.size() - 1).product()));
    }

    private static List<Segment> covering(List<Segment> segments, Instant start, Instant end) {
        return segments.stream()
                .filter(segment -> segment.overlaps(start, end))
                .sorted(Segment.SELECTED_LATER)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
