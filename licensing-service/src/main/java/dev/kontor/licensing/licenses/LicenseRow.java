package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
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
        Instant endsAt,
        AccountType accountType) {

    LicenseStatus statusAt(Instant now) {
        return new Term(type, endAt, revoked).statusAt(now);
    }

    /** As it stood then: that a monthly segment would end nobody knew, or it would not have run on. */
    LicenseRow asOf(Instant then) {
        if (type != LicenseType.MONTHLY || endAt == null || !endAt.isAfter(then)) {
            return this;
        }
        return new LicenseRow(
                id,
                customerId,
                product,
                productName,
                category,
                type,
                quantity,
                startAt,
                null,
                false,
                endsAt,
                accountType);
    }
}
