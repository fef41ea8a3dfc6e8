package dev.kontor.customers.customers;

import dev.kontor.customers.licensing.Catalogue;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Set;

/**
 * What a new account must keep (domain.md rules 9 and 10), in the order of refusals that api.md fixes: program, then
 * input, then terms. Asks the catalogue, so it comes before the transaction.
 */
@ApplicationScoped
class NewAccounts {

    private static final String MSP_FLEX = "msp-flex";
    private static final Set<String> MONTHLY_CATEGORIES = Set.of("endpoint", "server", "uem");

    private final Catalogue catalogue;
    private final Validator validator;
    private final Caller caller;

    NewAccounts(Catalogue catalogue, Validator validator, Caller caller) {
        this.catalogue = catalogue;
        this.validator = validator;
        this.caller = caller;
    }

    /** A partner's account. */
    void check(CreateCustomer command) {
        if (command.origin() != null) {
            throw Problems.roleRequired();
        }
        if (command.billedMonthly() && !caller.programs().contains(MSP_FLEX)) {
            throw CustomerProblem.programRequired(MSP_FLEX);
        }
        checkInput(command);
        checkProducts(command);
        if (command.billedMonthly() && !Boolean.TRUE.equals(command.acceptTerms())) {
            throw CustomerProblem.termsNotAccepted();
        }
    }

    /** A customer's own sign-up, by the operator (rule 11): a trial that no partner has to do with. */
    void checkSignUp(CreateCustomer command) {
        checkInput(command);
        if (command.origin() == null) {
            throw Problems.invalid(InputError.pointer("/origin", "one-of", "self-service"));
        }
        if (command.billedMonthly()) {
            throw Problems.invalid(InputError.pointer("/accountType", "one-of", AccountType.TRIAL.code()));
        }
        if (command.externalId() != null) {
            throw Problems.invalid(InputError.pointer("/externalId", "not-for-sign-ups"));
        }
        if (command.crmAccountId() != null) {
            throw Problems.invalid(InputError.pointer("/crmAccountId", "not-for-sign-ups"));
        }
        checkProducts(command);
    }

    private void checkInput(CreateCustomer command) {
        var violations = validator.validate(command);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    private void checkProducts(CreateCustomer command) {
        var known = catalogue.find(command.products());
        var chosen = new HashMap<String, String>();
        for (var i = 0; i < command.products().size(); i++) {
            var code = command.products().get(i);
            var product = known.get(code);
            if (product == null) {
                throw CustomerProblem.unknownProduct(i, code);
            }
            if (command.billedMonthly() && !(product.monthly() && MONTHLY_CATEGORIES.contains(product.category()))) {
                throw CustomerProblem.notMonthly(i, code);
            }
            // Usage of a category counts for the one licence of it (rule 10).
            var other = chosen.put(product.category(), code);
            if (command.billedMonthly() && other != null && !other.equals(code)) {
                throw CustomerProblem.categoryTwice(i, product.category());
            }
        }
    }
}
