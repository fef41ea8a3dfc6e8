package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.copies.Catalogue.Product;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a new account must keep (domain.md rules 9 to 11), each rule by itself. */
final class AccountRules {

    private static final String MSP_FLEX = "msp-flex";
    private static final Set<String> MONTHLY_CATEGORIES = Set.of("endpoint", "server", "uem");

    private AccountRules() {}

    /** A partner signs nobody up, and bills by the month in its program only. */
    static void requireProgram(CreateCustomer command, Set<String> programs) {
        if (command.origin() != null) {
            throw Problems.roleRequired();
        }
        requireProgram(command.accountType(), programs);
    }

    static void requireProgram(String accountType, Set<String> programs) {
        if (isMonthly(accountType) && !programs.contains(MSP_FLEX)) {
            throw Problems.programRequired(MSP_FLEX);
        }
    }

    /** @param known the products of the catalogue by their code, as far as they were asked for */
    static void requireProducts(CreateCustomer command, Map<String, Product> known) {
        requireProducts("", command.accountType(), command.products(), known);
    }

    /** @param pointer where the products stand in the input */
    static void requireProducts(String pointer, String accountType, List<String> products, Map<String, Product> known) {
        var monthly = isMonthly(accountType);
        var chosen = new HashMap<String, String>();
        for (var i = 0; i < products.size(); i++) {
            var code = products.get(i);
            var place = pointer + "/products/" + i;
            var product = known.get(code);
            if (product == null) {
                throw ProductProblem.unknownProduct(place, code);
            }
            if (monthly && !(product.monthly() && MONTHLY_CATEGORIES.contains(product.category()))) {
                throw ProductProblem.notMonthly(place, code);
            }
            // Usage of a category counts for the one licence of it (rule 10).
            var other = chosen.put(product.category(), code);
            if (monthly && other != null && !other.equals(code)) {
                throw ProductProblem.categoryTwice(place, product.category());
            }
        }
    }

    private static boolean isMonthly(String accountType) {
        return AccountType.MONTHLY.code().equals(accountType);
    }

    static void requireTerms(CreateCustomer command) {
        if (command.billedMonthly() && !Boolean.TRUE.equals(command.acceptTerms())) {
            throw CustomersProblem.TERMS_NOT_ACCEPTED.problem();
        }
    }

    /** A trial that no partner has to do with. */
    static void requireSignUp(CreateCustomer command) {
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
    }
}
