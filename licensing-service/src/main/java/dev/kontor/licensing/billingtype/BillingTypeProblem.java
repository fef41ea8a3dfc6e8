package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why an account can't be billed another way. */
final class BillingTypeProblem {

    private BillingTypeProblem() {}

    /** 409: it is billed that way already. */
    static Problem unchanged(AccountType type) {
        return Problem.of(409, "billing-type-unchanged", type.code()).with("accountType", type.code());
    }

    /** 409: a key alone doesn't end monthly billing. */
    static Problem monthlyAccount() {
        return Problem.of(409, "account-monthly");
    }

    /** 409: domain.md rule 19. */
    static Problem managedOrder() {
        return Problem.of(409, "managed-order-read-only");
    }

    static Problem immediatelyRequired() {
        return Problems.invalid(InputError.pointer("/immediately", "immediately-required"));
    }

    static Problem required(String member) {
        return Problems.invalid(InputError.pointer("/" + member, "required"));
    }

    static Problem notForTarget(String member, ConvertBillingType.Target target) {
        return Problems.invalid(InputError.pointer("/" + member, "not-for-target", target.code()));
    }
}
