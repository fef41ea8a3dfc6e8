package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why an account can't be billed another way. */
final class BillingTypeProblem {

    private BillingTypeProblem() {}

    /** 409: it is billed that way already. */
    static Problem unchanged(AccountType type) {
        return LicensingProblem.BILLING_TYPE_UNCHANGED.problem(type.code()).with("accountType", type.code());
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
