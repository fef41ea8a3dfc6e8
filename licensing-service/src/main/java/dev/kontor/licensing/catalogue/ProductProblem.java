package dev.kontor.licensing.catalogue;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why a product can't be what the operator wants. */
final class ProductProblem {

    private ProductProblem() {}

    static Problem fixed(String member) {
        return LicensingProblem.PRODUCT_FIXED.problem(member).with("member", member);
    }

    static Problem neverMonthly(Category category) {
        return Problems.invalid(InputError.pointer("/monthly", "never-monthly", category.code()));
    }
}
