package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts devices (domain.md rule 20): users with at least one device online in the last 30 days, devices with no last
 * user, and servers.
 */
public final class Devices {

    /** How long a device counts after it was last seen. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private static final Comparator<Sighting> SEEN =
            Comparator.comparing(Sighting::lastSeenAt).thenComparingLong(Sighting::arrival);

    private final List<Sighting> inOrder;

    private Devices(List<Sighting> inOrder) {
        this.inOrder = inOrder;
    }

    /** One customer's devices of one product; the order in which they are handed over does not matter. */
    public static Devices of(Collection<Sighting> sightings) {
        return new Devices(sightings.stream().sorted(SEEN).toList());
    }

    /** The devices that count on a day, each as it was last seen up to the day's end; by their id. */
    public List<Sighting> counted(LocalDate day) {
        var end = Period.start(day.plusDays(1));
        var latest = new TreeMap<String, Sighting>();
        for (var sighting : inOrder) {
            if (!sighting.lastSeenAt().isBefore(end)) {
                break;
            }
            latest.put(sighting.deviceId(), sighting);
        }
        return latest.values().stream().filter(its -> online(its, end)).toList();
    }

    /**
     * The days' counts as levels, from the first sighting to {@code until}: at each sighting's day its count, and a new
     * one wherever devices have dropped out since.
     */
    List<Level> levels(LocalDate until) {
        var levels = new ArrayList<Level>();
        var latest = new HashMap<String, Sighting>();
        BigDecimal before = null;
        var next = 0;
        var first = inOrder.isEmpty() ? until.plusDays(1) : day(inOrder.get(0));
        for (var day = first; !day.isAfter(until); day = day.plusDays(1)) {
            Sighting seen = null;
            for (; next < inOrder.size() && day(inOrder.get(next)).equals(day); next++) {
                seen = inOrder.get(next);
                latest.put(seen.deviceId(), seen);
            }
            var count = count(latest.values(), Period.start(day.plusDays(1)));
            if (seen != null) {
                levels.add(new Level(seen.lastSeenAt(), seen.arrival(), count));
            } else if (before == null || count.compareTo(before) != 0) {
                levels.add(new Level(Period.start(day), seenBefore(next), count, false));
            }
            before = count;
        }
        return levels;
    }

    /** The days with a sighting: on these, records don't count. */
    public NavigableSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        inOrder.forEach(sighting -> days.add(day(sighting)));
        return days;
    }

    private long seenBefore(int next) {
        return inOrder.get(next - 1).arrival();
    }

    private static BigDecimal count(Collection<Sighting> latest, Instant end) {
        var users = new HashSet<String>();
        var alone = 0;
        for (var sighting : latest) {
            if (!online(sighting, end)) {
                continue;
            }
            if (sighting.server() || sighting.userId() == null) {
                alone++;
            } else {
                users.add(sighting.userId());
            }
        }
        return BigDecimal.valueOf(alone + users.size());
    }

    private static boolean online(Sighting sighting, Instant end) {
        return !sighting.lastSeenAt().isBefore(end.minus(WINDOW));
    }

    private static LocalDate day(Sighting sighting) {
        return LocalDate.ofInstant(sighting.lastSeenAt(), ZoneOffset.UTC);
    }
}
