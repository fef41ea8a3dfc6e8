package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;

/** Why products can't be chosen. */
final class ChoiceProblem {

    private ChoiceProblem() {}

    /** The account's licences are not the caller's to choose; {@code code} is one of {@link Holder#refusal}. */
    static Problem refused(String code) {
        return switch (code) {
            case "role-required" -> Problem.of(403, code);
            case "program-required" -> Problem.of(403, code, "msp-flex").with("program", "msp-flex");
            default -> Problem.of(409, code);
        };
    }

    static InputError unknownProduct(int index, String code) {
        return InputError.pointer("/products/" + index + "/code", "unknown-product", code);
    }

    static InputError notMonthly(int index, String code) {
        return InputError.pointer("/products/" + index + "/code", "product-not-monthly", code);
    }

    static InputError categoryTwice(int index, Category category) {
        return InputError.pointer("/products/" + index + "/code", "category-twice", category.code());
    }
}
