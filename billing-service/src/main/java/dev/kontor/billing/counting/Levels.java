package dev.kontor.billing.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One customer's levels of one product, in the order they were observed, then arrived. */
public final class Levels {

    private static final Comparator<Level> OBSERVED =
            Comparator.comparing(Level::observedAt).thenComparingLong(Level::arrival);

    private static final Comparator<Level> HEIGHT =
            Comparator.comparing(Level::quantity).thenComparing(Level::reported);

    private final List<Level> inOrder;

    private Levels(List<Level> inOrder) {
        this.inOrder = inOrder;
    }

    /** The order in which the levels are handed over does not matter. */
    public static Levels of(Collection<Level> reported) {
        return new Levels(reported.stream().sorted(OBSERVED).toList());
    }

    /**
     * Levels by which whole days count exactly as by the records behind them; parts of days do not.
     *
     * @param before the last one before those days; null for none
     */
    public static Levels ofDays(Level before, List<DayLevel> inOrder) {
        var levels = new ArrayList<Level>(inOrder.size() + 1);
        if (before != null) {
            levels.add(before);
        }
        for (var day : inOrder) {
            levels.add(new Level(Period.start(day.day()), 0, day.highest()));
            if (day.last().compareTo(day.highest()) != 0) {
                levels.add(new Level(Period.start(day.day()), 1, day.last()));
            }
        }
        return new Levels(levels);
    }

    /** The same where devices were seen, too: they win on a day with a sighting, and on until records come again. */
    public Levels with(Devices devices, LocalDate until) {
        var observed = devices.days();
        var records =
                inOrder.stream().filter(level -> !observed.contains(day(level))).toList();
        var recorded = new TreeSet<LocalDate>();
        records.forEach(level -> recorded.add(day(level)));
        var counts = devices.levels(until).stream()
                .filter(level -> {
                    var lastRecorded = recorded.floor(day(level));
                    return lastRecorded == null || lastRecorded.isBefore(observed.floor(day(level)));
                })
                .toList();
        return of(Stream.concat(records.stream(), counts.stream()).toList());
    }

    /** The highest level reported from {@code from} on and before {@code until}. */
    public Optional<Level> highestWithin(Instant from, Instant until) {
        Level highest = null;
        for (var i = firstAt(from); i < inOrder.size(); i++) {
            var level = inOrder.get(i);
            if (!level.observedAt().isBefore(until)) {
                break;
            }
            if (highest == null || HEIGHT.compare(level, highest) > 0) {
                highest = level;
            }
        }
        return Optional.ofNullable(highest);
    }

    /** The level that holds just before {@code until}: what a day without a report carries on. */
    public Optional<Level> lastBefore(Instant until) {
        var next = firstAt(until);
        return next == 0 ? Optional.empty() : Optional.of(inOrder.get(next - 1));
    }

    /** When somebody reported a level for the first time from {@code from} on. */
    Optional<Instant> firstReportFrom(Instant from) {
        for (var i = firstAt(from); i < inOrder.size(); i++) {
            if (inOrder.get(i).reported()) {
                return Optional.of(inOrder.get(i).observedAt());
            }
        }
        return Optional.empty();
    }

    private int firstAt(Instant instant) {
        var low = 0;
        var high = inOrder.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (inOrder.get(middle).observedAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static LocalDate day(Level level) {
        return LocalDate.ofInstant(level.observedAt(), ZoneOffset.UTC);
    }
}
