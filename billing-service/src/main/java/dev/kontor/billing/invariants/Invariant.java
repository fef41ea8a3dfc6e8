package dev.kontor.billing.invariants;

import java.util.Locale;

/** What must always hold of a month. */
enum Invariant {
    /** Each statement's lines add up to its total, which is its invoice's net. */
    LINES_ADD_UP,
    /** Each statement's quantities, rated again by its own prices, give its amounts. */
    RATING_AGAIN_GIVES_THE_SAME,
    /** Each statement's and each invoice's content hash is that of its content. */
    HASHES_UNCHANGED,
    /** The numbers of statements and of invoices run from 1 without a gap. */
    NUMBERS_GAPLESS,
    /** Daily counts are what the records say. */
    DAYS_EQUAL_RECORDS,
    /** Each event is stored once, with its key, or waits in the quarantine. */
    EVENTS_IN_ONE_PLACE,
    /** The numbers of events received are those of the events. */
    RECEIVED_EQUALS_EVENTS;

    /** For instance {@code lines-add-up}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
