package dev.kontor.licensing.licenses;

import dev.kontor.licensing.terms.LicenseType;

/** How many a licence is good for. */
final class Quantities {

    private Quantities() {}

    /** Nothing caps it: monthly ones are billed by use whatever was ordered, and a trial has no number. */
    static boolean unlimited(LicenseType type, Integer quantity) {
        return type == LicenseType.MONTHLY || quantity == null;
    }
}
