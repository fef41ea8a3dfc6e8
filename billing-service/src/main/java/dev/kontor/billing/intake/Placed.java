package dev.kontor.billing.intake;

import java.util.UUID;

/** Something reported, and whose it is. */
record Placed(Reported item, UUID partnerId) {}
