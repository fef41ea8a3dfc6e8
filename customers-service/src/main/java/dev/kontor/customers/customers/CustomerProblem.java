package dev.kontor.customers.customers;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why something of a customer is refused. */
final class CustomerProblem {

    private CustomerProblem() {}

    /** 403: the partner is not in the program this needs. */
    static Problem programRequired(String program) {
        return Problem.of(403, "program-required", program).with("program", program);
    }

    /** 422: a monthly account without its terms (rule 10). */
    static Problem termsNotAccepted() {
        return Problem.of(422, "terms-not-accepted");
    }

    /** 409: managed orders are the vendor's to change (rule 19). */
    static Problem managedOrderReadOnly() {
        return Problem.of(409, "managed-order-read-only");
    }

    /** 409: it is with a partner, and stays there until that one lets go (rule 4). */
    static Problem alreadyConnected() {
        return Problem.of(409, "already-connected");
    }

    /** 409: another customer of the partner has that external id. */
    static Problem externalIdTaken(String externalId) {
        return Problem.of(409, "external-id-taken", externalId);
    }

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
