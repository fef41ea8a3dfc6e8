package dev.kontor.billing.pricebooks;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.rating.PriceBookRules;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import java.util.List;

/** Why a price book is refused. */
public final class PriceBookProblem {

    private PriceBookProblem() {}

    /** 422, with each violation by its place. */
    public static Problem invalid(List<PriceBookRules.Violation> violations) {
        return BillingProblem.PRICE_BOOK_INVALID
                .problem(violations.size())
                .withErrors(violations.stream()
                        .map(violation -> InputError.pointer(violation.pointer(), violation.code()))
                        .toList());
    }

    static Problem priceMissing(int quantity, String product) {
        return BillingProblem.PRICE_MISSING
                .problem(product)
                .withErrors(
                        List.of(InputError.pointer("/quantities/" + quantity + "/product", "price-missing", product)));
    }
}
