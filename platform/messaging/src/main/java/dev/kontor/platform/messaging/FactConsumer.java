package dev.kontor.platform.messaging;

import java.util.Set;

/**
 * Takes in what other services tell. A bean of this type is called once for each record, in one transaction with the
 * inbox's seen mark, as worker; what it throws is tried again, and in the end kept as a dead letter.
 */
public interface FactConsumer {

    Set<String> topics();

    /** Whether records of this kind are of any interest; others are passed over unread. */
    default boolean accepts(String kind) {
        return true;
    }

    void on(ReceivedFact fact);
}
