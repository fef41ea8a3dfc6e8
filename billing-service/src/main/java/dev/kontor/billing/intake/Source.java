package dev.kontor.billing.intake;

import java.util.Locale;

/** What is reported: levels, or devices seen. Event ids of the one have nothing to do with those of the other. */
enum Source {
    RECORD,
    DEVICE;

    /** As the database keeps it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
