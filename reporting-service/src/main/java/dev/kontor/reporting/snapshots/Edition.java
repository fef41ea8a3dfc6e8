package dev.kontor.reporting.snapshots;

import java.time.Instant;
import java.util.Locale;

/**
 * A snapshot with what is not part of its hash: when it was taken, and the language it is read in.
 *
 * @param whole whether tables show every row, over as many pages as they need, or as many as on screen
 */
public record Edition(Snapshot snapshot, String contentHash, Instant at, Locale locale, boolean whole) {

    /** Milliseconds are what JSON and database both keep. */
    public static Edition of(Snapshot snapshot, Instant at, Locale locale, boolean whole) {
        return new Edition(snapshot, snapshot.hash(), at, locale, whole);
    }
}
