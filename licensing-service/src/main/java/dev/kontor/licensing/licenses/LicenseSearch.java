package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import java.time.Instant;
import java.util.UUID;

/** Which licences a list shows, and in which order; null is any. */
record LicenseSearch(
        UUID customerId,
        Category category,
        LicenseStatus status,
        LicenseType type,
        String product,
        Instant expiresBefore,
        boolean activeOnly,
        LicenseOrder order) {

    static LicenseSearch ofCustomer(UUID customerId, boolean activeOnly) {
        return new LicenseSearch(customerId, null, null, null, null, null, activeOnly, LicenseOrder.END_DATE);
    }
}
