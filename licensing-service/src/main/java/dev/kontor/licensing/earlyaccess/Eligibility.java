package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseType;
import java.util.ArrayList;
import java.util.List;

/** Whether a customer can join a program, and why not (domain.md rule 18); the one rule behind showing and refusing. */
final class Eligibility {

    static final String MANAGED_ORDER = "managed-order-read-only";
    static final String FLEX = "flex-license-not-eligible";
    static final String NO_LICENSE = "no-eligible-license";
    static final String CLOSED = "program-closed";

    private Eligibility() {}

    /** A licence that protects now, as far as programs ask for it. */
    record Protection(Category category, LicenseType type) {}

    /** Every reason against it, as problem codes, the first to be answered first; empty where it can join. */
    static List<String> reasons(Program program, AccountType account, List<Protection> licenses) {
        var reasons = new ArrayList<String>();
        if (account == AccountType.MANAGED_ORDER) {
            reasons.add(MANAGED_ORDER);
        }
        if (!program.flexCompatible() && flex(account, licenses)) {
            reasons.add(FLEX);
        }
        if (licenses.stream().noneMatch(license -> program.categories().contains(license.category()))) {
            reasons.add(NO_LICENSE);
        }
        if (!program.isOpen()) {
            reasons.add(CLOSED);
        }
        return reasons;
    }

    private static boolean flex(AccountType account, List<Protection> licenses) {
        return account == AccountType.MONTHLY
                || licenses.stream().anyMatch(license -> license.type() == LicenseType.MONTHLY);
    }
}
