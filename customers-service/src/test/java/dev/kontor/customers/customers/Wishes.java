package dev.kontor.customers.customers;

import dev.kontor.customers.input.Contact;
import dev.kontor.customers.input.Contact.Address;
import java.util.List;

/** New accounts as partners and the operator ask for them. */
final class Wishes {

    static final Contact PETRA = new Contact(
            "Petra",
            "Krüger",
            "petra.krueger@example.com",
            "+493012345678",
            null,
            new Address(List.of("Invalidenstraße 1"), "Berlin", null, "DE", "10115"));

    private Wishes() {}

    static CreateCustomer aTrial(String... products) {
        return account("trial", null, null, null, null, products);
    }

    static CreateCustomer aMonthly(Boolean acceptTerms, String... products) {
        return account("monthly", null, null, acceptTerms, null, products);
    }

    static CreateCustomer linked(String externalId, String crmAccountId) {
        return account("trial", externalId, crmAccountId, null, null, "endpoint-advanced");
    }

    static CreateCustomer aSignUp(String type, String externalId, String crmAccountId) {
        return account(type, externalId, crmAccountId, null, "self-service", "endpoint-advanced");
    }

    private static CreateCustomer account(
            String type,
            String externalId,
            String crmAccountId,
            Boolean acceptTerms,
            String origin,
            String... products) {
        return new CreateCustomer(
                "Bäckerei Müller GmbH",
                null,
                "DE",
                type,
                PETRA,
                externalId,
                crmAccountId,
                List.of(products),
                acceptTerms,
                origin);
    }
}
