package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.web.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** Whether a customer can join a program, and why not (domain.md rule 18); the one rule behind showing and refusing. */
final class Eligibility {

    private Eligibility() {}

    /** A licence that protects now, as far as programs ask for it. */
    record Protection(Category category, LicenseType type) {}

    /** Every reason against it, the first to be answered first; empty where it can join. */
    static List<ProblemType> reasons(Program program, AccountType account, List<Protection> licenses) {
        var reasons = new ArrayList<ProblemType>();
        if (account == AccountType.MANAGED_ORDER) {
            reasons.add(LicensingProblem.MANAGED_ORDER_READ_ONLY);
        }
        if (!program.flexCompatible() && flex(account, licenses)) {
            reasons.add(LicensingProblem.FLEX_LICENSE_NOT_ELIGIBLE);
        }
        if (licenses.stream().noneMatch(license -> program.categories().contains(license.category()))) {
            reasons.add(LicensingProblem.NO_ELIGIBLE_LICENSE);
        }
        if (!program.isOpen()) {
            reasons.add(LicensingProblem.PROGRAM_CLOSED);
        }
        return reasons;
    }

    private static boolean flex(AccountType account, List<Protection> licenses) {
        return account == AccountType.MONTHLY
                || licenses.stream().anyMatch(license -> license.type() == LicenseType.MONTHLY);
    }
}
