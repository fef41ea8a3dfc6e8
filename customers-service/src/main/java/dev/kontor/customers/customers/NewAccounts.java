package dev.kontor.customers.customers;

import dev.kontor.customers.copies.Catalogue;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/**
 * Has accounts made that keep what a new one must (domain.md rules 9 to 11), in the order of refusals that api.md fixes:
 * program, then input, then terms. Asks the catalogue, so all this comes before the transaction.
 */
@ApplicationScoped
class NewAccounts {

    private final Catalogue catalogue;
    private final Validator validator;
    private final AccountOpening opening;
    private final Caller caller;

    NewAccounts(Catalogue catalogue, Validator validator, AccountOpening opening, Caller caller) {
        this.catalogue = catalogue;
        this.validator = validator;
        this.opening = opening;
        this.caller = caller;
    }

    /** A partner's account. */
    CustomerService.Versioned create(CreateCustomer command) {
        AccountRules.requireProgram(command, caller.programs());
        checkInput(command);
        AccountRules.requireProducts(command, catalogue.find(command.products()));
        AccountRules.requireTerms(command);
        return opening.forPartner(command);
    }

    /** A customer's own sign-up, by the operator (rule 11). */
    AccountOpening.SignedUp signUp(CreateCustomer command) {
        checkInput(command);
        AccountRules.requireSignUp(command);
        AccountRules.requireProducts(command, catalogue.find(command.products()));
        return opening.signUp(command);
    }

    private void checkInput(CreateCustomer command) {
        var violations = validator.validate(command);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
