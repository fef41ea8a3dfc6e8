package dev.kontor.customers.partnerapi;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.customers.CreateCustomer;
import dev.kontor.customers.customers.NewAccounts;
import dev.kontor.customers.customers.TermsAccepted;
import dev.kontor.platform.web.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;

/**
 * Has tenants made by the rules of every account (domain.md rules 9 and 10), with the products and under the terms of the
 * partner's provisioning defaults: the vendor's API asks for neither.
 */
@ApplicationScoped
class NewTenants {

    private final Validator validator;
    private final Regions regions;
    private final ProvisioningService provisioning;
    private final NewAccounts accounts;
    private final TenantOpening opening;

    NewTenants(
            Validator validator,
            Regions regions,
            ProvisioningService provisioning,
            NewAccounts accounts,
            TenantOpening opening) {
        this.validator = validator;
        this.regions = regions;
        this.provisioning = provisioning;
        this.accounts = accounts;
        this.opening = opening;
    }

    /** @param keyed whether its caller says by an {@code Idempotency-Key} what is a repeat */
    UUID create(CreateTenant wanted, boolean keyed) {
        accounts.requireProgram(wanted.accountType());
        var violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        var country = regions.countryFor(
                wanted.dataGeography(),
                wanted.dataRegion(),
                wanted.contact().address().countryCode());
        var defaults = provisioning.defaults();
        TermsAccepted terms = null;
        List<String> products;
        if (wanted.billedByUsage()) {
            terms = defaults.termsIfOf(accounts.terms()).orElseThrow(NewTenants::termsNotAccepted);
            products = defaults.monthlyProducts();
        } else {
            products = defaults.trialProducts();
            if (products == null) {
                throw CustomersProblem.PROVISIONING_MISSING.problem();
            }
        }
        CreateCustomer command = wanted.command(country, products);
        accounts.check(command);
        return opening.open(new TenantOpening.Asked(wanted, keyed, command, terms));
    }

    private static RuntimeException termsNotAccepted() {
        return CustomersProblem.TERMS_NOT_ACCEPTED
                .problem()
                .withErrors(List.of(InputError.pointer("/billingType", "terms-in-provisioning")));
    }
}
