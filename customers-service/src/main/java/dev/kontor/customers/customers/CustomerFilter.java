package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.assistance.ConsentState;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.text.Characters;
import dev.kontor.platform.web.text.Folding;
import java.time.Instant;
import java.util.UUID;

/**
 * Which customers a list shows; null means any.
 *
 * @param activeLicensesOnly "show my protection only" (rule 3): then a category counts only where it protects now
 */
record CustomerFilter(
        String search,
        AccountType accountType,
        LicenseStatus licenseStatus,
        LicenseCategory licenseCategory,
        UUID groupId,
        ConsentState partnerAssistance,
        CustomerStatus status,
        Instant updatedSince,
        boolean activeLicensesOnly,
        String externalId,
        Instant assistanceExpiresBefore) {

    private static final int LONGEST_SEARCH = 200;

    CustomerFilter {
        if (search != null && Characters.count(search) > LONGEST_SEARCH) {
            throw Problems.invalid(InputError.parameter("search", "length", 0, LONGEST_SEARCH));
        }
        search = search == null || Folding.of(search).isEmpty() ? null : search;
    }
}
