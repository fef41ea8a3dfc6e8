package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import java.time.Instant;
import java.util.UUID;

/** One licence as other services learn of it; a monthly one is a segment that billing bills. */
record LicenseState(
        UUID id,
        String product,
        Category category,
        LicenseType type,
        LicenseStatus status,
        Integer quantity,
        boolean unlimited,
        Instant startAt,
        Instant endAt,
        boolean managed) {}
