package dev.kontor.platform.jobs;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Tells what holds now of whoever asked for a job; asked in a worker's transaction before every item that somebody asked for.
 * A service without one believes the token.
 */
public interface PresentStanding {

    Standing of(UUID partnerId, String subject);

    /**
     * What holds of a partner and somebody of it.
     *
     * @param programs the partner is in; null where that is not known, and the token has to be believed
     * @param sessionsEndedAt when what was asked before came to its end, or null
     */
    record Standing(Set<String> programs, boolean suspended, boolean blocked, Instant sessionsEndedAt) {

        /** Of whom nothing was heard. */
        public static final Standing UNKNOWN = new Standing(null, false, false, null);
    }
}
