package dev.kontor.customers.customers;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.text.Characters;
import dev.kontor.platform.web.text.Folding;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which customers a list shows; null means any.
 *
 * @param activeLicensesOnly "show my protection only" (rule 3): then a category counts only where it protects now
 */
record CustomerFilter(
        String search,
        String accountType,
        String licenseStatus,
        String licenseCategory,
        UUID groupId,
        String partnerAssistance,
        String status,
        Instant updatedSince,
        boolean activeLicensesOnly,
        String externalId,
        Instant assistanceExpiresBefore) {

    private static final int LONGEST_SEARCH = 200;

    private static final Set<String> ACCOUNT_TYPES = Set.of("trial", "term", "monthly", "managed-order");
    private static final Set<String> LICENSE_STATUSES =
            Set.of("trial", "active", "expiring", "expired", "lapsed", "revoked", "none");
    private static final Set<String> LICENSE_CATEGORIES = Set.of(
            "endpoint",
            "server",
            "uem",
            "email",
            "mobile",
            "encryption",
            "phish-threat",
            "firewall",
            "cloud",
            "ztna",
            "xdr",
            "mdr");

    CustomerFilter {
        if (search != null && Characters.count(search) > LONGEST_SEARCH) {
            throw Problems.invalid(InputError.parameter("search", "length", 0, LONGEST_SEARCH));
        }
        search = search == null || Folding.of(search).isEmpty() ? null : search;
        oneOf("accountType", accountType, ACCOUNT_TYPES);
        oneOf("licenseStatus", licenseStatus, LICENSE_STATUSES);
        oneOf("licenseCategory", licenseCategory, LICENSE_CATEGORIES);
        oneOf("partnerAssistance", partnerAssistance, Set.of("on", "off"));
        oneOf("status", status, Set.of("active", "inactive"));
    }

    private static void oneOf(String parameter, String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw Problems.invalid(InputError.parameter(
                    parameter,
                    "one-of",
                    String.join(", ", known.stream().sorted().toList())));
        }
    }
}
