package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.licensing.terms.Term;
import java.time.Instant;
import java.util.UUID;

/** A licence as the database lists it, with its product's name of today. */
record LicenseRow(
        UUID id,
        UUID customerId,
        String product,
        String productName,
        Category category,
        LicenseType type,
        Integer quantity,
        Instant startAt,
        Instant endAt,
        boolean revoked,
        Instant endsAt) {

    LicenseStatus statusAt(Instant now) {
        return new Term(type, endAt, revoked).statusAt(now);
    }
}
