package dev.kontor.licensing.licenses;

import dev.kontor.licensing.customers.AccountType;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import java.util.Optional;

/**
 * Who may change licences: the one rule behind both the {@code actions} of a licence and the refusal of a change.
 *
 * @param manages has the permission {@code licenses:manage}
 * @param flex is in the program {@code msp-flex}
 */
record Holder(boolean manages, boolean flex) {

    /** Why the products of an account can't be chosen, as a problem's code; empty when they can (domain.md rule 10). */
    Optional<String> refusal(AccountType account) {
        if (!manages) {
            return Optional.of("role-required");
        }
        return switch (account) {
            case MANAGED_ORDER -> Optional.of("managed-order-read-only");
            case TRIAL, TERM -> Optional.of("account-not-monthly");
            case MONTHLY -> flex ? Optional.empty() : Optional.of("program-required");
        };
    }

    /** The same for one licence; what has ended can't be changed whatever the account is. */
    Optional<String> refusal(LicenseType type, LicenseStatus status) {
        var refusal = refusal(
                switch (type) {
                    case TRIAL -> AccountType.TRIAL;
                    case TERM -> AccountType.TERM;
                    case MONTHLY -> AccountType.MONTHLY;
                    case ORDERED -> AccountType.MANAGED_ORDER;
                });
        return refusal.isEmpty() && !status.protects() ? Optional.of("license-ended") : refusal;
    }
}
