package dev.kontor.licensing.licenses;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.Optional;

/**
 * Who may change licences: the one rule behind both the {@code actions} of a licence and the refusal of a change.
 *
 * @param manages has the permission {@code licenses:manage}
 * @param flex is in the program {@code msp-flex}
 */
record Holder(boolean manages, boolean flex) {

    /** Why the products of an account can't be chosen; empty when they can (domain.md rule 10). */
    Optional<ProblemType> refusal(AccountType account) {
        if (!manages) {
            return Optional.of(CommonProblem.ROLE_REQUIRED);
        }
        return switch (account) {
            case MANAGED_ORDER -> Optional.of(LicensingProblem.MANAGED_ORDER_READ_ONLY);
            case TRIAL, TERM -> Optional.of(LicensingProblem.ACCOUNT_NOT_MONTHLY);
            case MONTHLY -> flex ? Optional.empty() : Optional.of(CommonProblem.PROGRAM_REQUIRED);
        };
    }

    /** The same for one licence; what has ended can't be changed whatever the account is. */
    Optional<ProblemType> refusal(AccountType account, LicenseStatus status) {
        var refusal = refusal(account);
        return refusal.isEmpty() && !status.protects() ? Optional.of(LicensingProblem.LICENSE_ENDED) : refusal;
    }

    /** Why no licence key can be used for an account (rule 17). */
    Optional<ProblemType> keyRefusal(AccountType account) {
        if (!manages) {
            return Optional.of(CommonProblem.ROLE_REQUIRED);
        }
        return switch (account) {
            case MANAGED_ORDER -> Optional.of(LicensingProblem.MANAGED_ORDER_READ_ONLY);
            case MONTHLY -> Optional.of(LicensingProblem.ACCOUNT_MONTHLY);
            case TRIAL, TERM -> Optional.empty();
        };
    }

    /** Why an account can't be billed another way (rule 12). */
    Optional<ProblemType> conversionRefusal(AccountType account) {
        if (!manages) {
            return Optional.of(CommonProblem.ROLE_REQUIRED);
        }
        if (!flex) {
            return Optional.of(CommonProblem.PROGRAM_REQUIRED);
        }
        return account == AccountType.MANAGED_ORDER
                ? Optional.of(LicensingProblem.MANAGED_ORDER_READ_ONLY)
                : Optional.empty();
    }
}
