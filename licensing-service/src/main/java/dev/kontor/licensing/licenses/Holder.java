package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.terms.LicenseStatus;
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
    Optional<String> refusal(AccountType account, LicenseStatus status) {
        var refusal = refusal(account);
        return refusal.isEmpty() && !status.protects() ? Optional.of("license-ended") : refusal;
    }

    /** Why no licence key can be used for an account (rule 17). */
    Optional<String> keyRefusal(AccountType account) {
        if (!manages) {
            return Optional.of("role-required");
        }
        return switch (account) {
            case MANAGED_ORDER -> Optional.of("managed-order-read-only");
            case MONTHLY -> Optional.of("account-monthly");
            case TRIAL, TERM -> Optional.empty();
        };
    }

    /** Why an account can't be billed another way (rule 12). */
    Optional<String> conversionRefusal(AccountType account) {
        if (!manages) {
            return Optional.of("role-required");
        }
        if (!flex) {
            return Optional.of("program-required");
        }
        return account == AccountType.MANAGED_ORDER ? Optional.of("managed-order-read-only") : Optional.empty();
    }
}
