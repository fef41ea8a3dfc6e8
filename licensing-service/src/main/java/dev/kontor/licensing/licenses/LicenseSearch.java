package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import java.time.Instant;
import java.util.UUID;

/**
 * Which licences a list shows, and in which order; null is any.
 *
 * @param managed whether those of managed orders are among them
 * @param asOf the instant at which they are shown as they stood; null is now
 */
record LicenseSearch(
        UUID customerId,
        Category category,
        LicenseStatus status,
        LicenseType type,
        String product,
        Instant expiresBefore,
        boolean activeOnly,
        boolean managed,
        Instant asOf,
        LicenseOrder order) {

    static LicenseSearch ofCustomer(UUID customerId, boolean activeOnly, Instant asOf) {
        return new LicenseSearch(
                customerId, null, null, null, null, null, activeOnly, true, asOf, LicenseOrder.END_DATE);
    }
}
