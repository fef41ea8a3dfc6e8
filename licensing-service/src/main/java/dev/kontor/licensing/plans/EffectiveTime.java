package dev.kontor.licensing.plans;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * When a plan made now takes effect: at the start of the running minute, so that a dry run and the call that follows it
 * say the same, but never before anything that already happened to the account's licences.
 */
public final class EffectiveTime {

    private EffectiveTime() {}

    /** {@code boundaries} are the starts and ends of all the account's licences; those that lie ahead don't count. */
    public static Instant of(Instant now, Stream<Instant> boundaries) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        return Stream.concat(Stream.of(minute), boundaries.filter(boundary -> !boundary.isAfter(now)))
                .max(Comparator.naturalOrder())
                .orElse(minute);
    }
}
