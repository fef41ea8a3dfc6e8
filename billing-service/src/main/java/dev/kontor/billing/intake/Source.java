package dev.kontor.billing.intake;

/** What is reported: levels, or devices seen. Event ids of the one have nothing to do with those of the other. */
enum Source {
    RECORD,
    DEVICE
}
