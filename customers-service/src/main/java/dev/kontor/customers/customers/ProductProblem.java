package dev.kontor.customers.customers;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why a product can't be chosen. */
final class ProductProblem {

    private ProductProblem() {}

    static Problem unknownProduct(int index, String code) {
        return Problems.invalid(InputError.pointer("/products/" + index, "unknown-product", code));
    }

    static Problem notMonthly(int index, String code) {
        return Problems.invalid(InputError.pointer("/products/" + index, "not-monthly", code));
    }

    static Problem categoryTwice(int index, String category) {
        return Problems.invalid(InputError.pointer("/products/" + index, "category-twice", category));
    }
}
