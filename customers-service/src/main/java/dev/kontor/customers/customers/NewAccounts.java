package dev.kontor.customers.customers;

import dev.kontor.customers.copies.Catalogue;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has accounts made that keep what a new one must (domain.md rules 9 to 11), in the order of refusals that api.md fixes:
 * program, then input, then terms. Asks the catalogue, so all this comes before the transaction.
 */
@ApplicationScoped
public class NewAccounts {

    private final Catalogue catalogue;
    private final Validator validator;
    private final AccountOpening opening;
    private final Caller caller;
    private final String terms;

    NewAccounts(
            Catalogue catalogue,
            Validator validator,
            AccountOpening opening,
            Caller caller,
            @ConfigProperty(name = "kontor.terms.version") String terms) {
        this.catalogue = catalogue;
        this.validator = validator;
        this.opening = opening;
        this.caller = caller;
        this.terms = terms;
    }

    /** A partner's account. */
    CustomerService.Versioned create(CreateCustomer command) {
        check(command);
        return opening.forPartner(command);
    }

    /** Refuses what a partner's account must not be. */
    public void check(CreateCustomer command) {
        AccountRules.requireProgram(command, caller.programs());
        checkInput(command);
        AccountRules.requireProducts(command, catalogue.find(command.products()));
        AccountRules.requireTerms(command);
    }

    /** Refuses where the caller's partner can't have accounts of that type. */
    public void requireProgram(String accountType) {
        AccountRules.requireProgram(accountType, caller.programs());
    }

    /** Refuses products that accounts of that type can't begin with; {@code pointer} is where they stand in the input. */
    public void requireProducts(String pointer, String accountType, List<String> products) {
        AccountRules.requireProducts(pointer, accountType, products, catalogue.find(products));
    }

    /** The version of the terms that are to be accepted now. */
    public String terms() {
        return terms;
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
