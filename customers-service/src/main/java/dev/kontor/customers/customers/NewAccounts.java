package dev.kontor.customers.customers;

import dev.kontor.customers.licensing.Catalogue;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/**
 * What a new account must keep (domain.md rules 9 and 10), in the order of refusals that api.md fixes: program, then
 * input, then terms. Asks the catalogue, so it comes before the transaction.
 */
@ApplicationScoped
class NewAccounts {

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
        AccountRules.requireProgram(command, caller.programs());
        checkInput(command);
        AccountRules.requireProducts(command, catalogue.find(command.products()));
        AccountRules.requireTerms(command);
    }

    /** A customer's own sign-up, by the operator (rule 11). */
    void checkSignUp(CreateCustomer command) {
        checkInput(command);
        AccountRules.requireSignUp(command);
        AccountRules.requireProducts(command, catalogue.find(command.products()));
    }

    private void checkInput(CreateCustomer command) {
        var violations = validator.validate(command);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
