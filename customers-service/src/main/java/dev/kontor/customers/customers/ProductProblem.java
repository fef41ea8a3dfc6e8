package dev.kontor.customers.customers;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why a product can't be chosen. */
final class ProductProblem {

    private ProductProblem() {}

    static Problem unknownProduct(String pointer, String code) {
        return Problems.invalid(InputError.pointer(pointer, "unknown-product", code));
    }

    static Problem notMonthly(String pointer, String code) {
        return Problems.invalid(InputError.pointer(pointer, "not-monthly", code));
    }

    static Problem categoryTwice(String pointer, String category) {
        return Problems.invalid(InputError.pointer(pointer, "category-twice", category));
    }
}
