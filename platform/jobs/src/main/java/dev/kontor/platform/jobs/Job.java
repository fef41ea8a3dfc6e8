package dev.kontor.platform.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * A job as it stands.
 *
 * @param shownId its id as callers know it: the prefix names the service
 * @param partnerId whose it is, or null where it is the vendor's
 * @param asker who asked, or null where nobody did
 * @param askedAt when it was added, in real time
 * @param key what there is one such job of, or null
 * @param openings how often it was taken up again after its end
 */
public record Job<P>(
        UUID id,
        String shownId,
        UUID partnerId,
        Asker asker,
        Instant askedAt,
        String key,
        P parameters,
        JobState state,
        boolean cancelling,
        int openings) {

    Job<P> by(Asker who) {
        return new Job<>(id, shownId, partnerId, who, askedAt, key, parameters, state, cancelling, openings);
    }
}
