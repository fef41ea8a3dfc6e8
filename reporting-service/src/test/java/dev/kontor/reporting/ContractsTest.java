package dev.kontor.reporting;

import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What reports know of others is what {@code contracts/events} says they tell. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class ContractsTest {

    private final UUID partner = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @Test
    void aPartnerIsCopied() {
        var told = Contract.of("partner.created")
                .key("partner/" + partner)
                .with("state.id", partner)
                .with("state.logoHash", "sha256:01");
        told.send(partner);

        told.assertKept("partners", "id=id", "name=name", "locale=locale", "logo_hash=logoHash", "version=version");
    }

    @Test
    void aCustomerIsCopied() {
        var told = Contract.of("customer.created")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.partnerId", partner)
                .with("state.logoHash", "sha256:02");
        told.send(partner);

        told.assertKept(
                "customers",
                "id=id",
                "partner_id=partnerId",
                "name=displayName",
                "managed=managed",
                "logo_hash=logoHash",
                "version=version");
    }

    @Test
    void consentIsCopied() {
        var told = Contract.of("partner-assistance.changed")
                .key("consent/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", partner)
                .with("state.expiresAt", "2026-12-22T09:30:00Z");
        told.send(partner);

        told.assertKept(
                "(select customer_id, partner_id, case when granted then 'on' else 'off' end as state, expires_at,"
                        + " grant_id, version from consents)",
                "customer_id=customerId",
                "partner_id=partnerId",
                "state=state",
                "expires_at=expiresAt",
                "grant_id=grant",
                "version=version");
    }

    @Test
    void licencesAndWhatProductsAreCalledAreCopied() {
        var product =
                Contract.of("product.changed").key("product/endpoint-contract").with("state.code", "endpoint-contract");
        product.send(null);
        product.assertKept("products", "code=code", "name=name", "version=version");
        var told = Contract.of("license.changed")
                .key("licenses/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", partner)
                .with("state.licenses.0.quantity", 7);
        told.send(partner);

        told.assertKept(
                "(select customer_id, partner_id, status, version, l ->> 'product' as product, l ->> 'type' as type,"
                        + " l ->> 'status' as of_one, l ->> 'quantity' as quantity, l ->> 'unlimited' as unlimited"
                        + " from license_lists, jsonb_array_elements(licenses::jsonb) with ordinality as each (l, n)"
                        + " where n = 1)",
                "customer_id=customerId",
                "partner_id=partnerId",
                "status=status",
                "version=version",
                "product=licenses.0.product",
                "type=licenses.0.type",
                "of_one=licenses.0.status",
                "quantity=licenses.0.quantity",
                "unlimited=licenses.0.unlimited");
    }

    /** Domain.md, rule 40. */
    @Test
    void whoIsShutOutIsCopied() {
        var suspended =
                Contract.of("partner.suspended").key("partner/" + partner).with("state.id", partner);
        suspended.send(partner);
        suspended.assertKept("partners", "id=id", "suspended=suspended", "version=version");

        var blocked = Contract.of("administrator-access.changed")
                .key("subject/" + partner + "/anna")
                .with("state.partnerId", partner);
        blocked.send(partner);
        blocked.assertKept(
                "(select partner_id, subject, case when blocked then 'blocked' else 'active' end as state,"
                        + " sessions_ended_at, version from subject_access)",
                "partner_id=partnerId",
                "subject=subject",
                "state=state",
                "sessions_ended_at=sessionsEndedAt",
                "version=version");
    }

    @Test
    void whoSeesWhomIsCopied() {
        var group = UUID.randomUUID();
        Contract.of("administrator.changed")
                .key("administrator/" + partner + "/anna")
                .with("state.partnerId", partner)
                .send(partner);
        Contract.of("assignment.added")
                .key("assignment/" + partner + "/anna/" + customer)
                .with("state.partnerId", partner)
                .with("state.customerId", customer)
                .send(partner);
        Contract.of("group-customer.added")
                .key("group-customer/" + partner + "/" + group + "/" + customer)
                .with("state.partnerId", partner)
                .with("state.groupId", group)
                .with("state.customerId", customer)
                .send(partner);

        Contract.of("administrator.changed")
                .with("state.partnerId", partner)
                .assertKept("administrator", "partner_id=partnerId", "subject=subject", "all_customers=allCustomers");
        Contract.of("assignment.added")
                .with("state.partnerId", partner)
                .with("state.subject", "anna")
                .with("state.customerId", customer)
                .assertKept("assignment", "partner_id=partnerId", "subject=subject", "customer_id=customerId");
        Contract.of("group-customer.added")
                .with("state.groupId", group)
                .with("state.partnerId", partner)
                .with("state.customerId", customer)
                .assertKept("group_customer", "group_id=groupId", "partner_id=partnerId", "customer_id=customerId");
    }
}
