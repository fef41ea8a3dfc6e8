package dev.kontor.platform.jobs;

/** What is done in the transaction in which an item ends: it commits with the end, or not at all. */
@FunctionalInterface
public interface Ending {

    Outcome end();

    /** Locks what others lock before they come to the item. */
    default void lockFirst() {
        // Most share no rows with anybody.
    }
}
