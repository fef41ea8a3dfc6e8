package dev.kontor.billing;

import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What billing knows of others is what {@code contracts/events} says they tell. */
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

        told.assertKept(
                "partner",
                "id=id",
                "name=name",
                "region=region",
                "currency=currency",
                "locale=locale",
                "logo_hash=logoHash",
                "version=version");
    }

    @Test
    void aCustomerIsCopiedAndItsTimeWithAPartnerEndsWithTheDisconnect() {
        var told = Contract.of("customer.created")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.partnerId", partner);
        told.send(partner);
        told.assertKept(
                "customer_relation",
                "customer_id=id",
                "partner_id=partnerId",
                "name=displayName",
                "account_type=accountType",
                "external_id=externalId",
                "since=createdAt",
                "version=version");

        var left = Contract.of("customer.disconnected")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.disconnectedAt", "2026-11-24T00:00:00Z")
                .with("state.updatedAt", "2026-11-24T08:30:00Z");
        left.send(partner);
        left.assertKept(
                "(select customer_id, until, version from customer_relation where until is not null)",
                "customer_id=id",
                "until=disconnectedAt",
                "version=version");
    }

    @Test
    void aProductIsCopied() {
        var told =
                Contract.of("product.changed").key("product/endpoint-contract").with("state.code", "endpoint-contract");
        told.send(null);

        told.assertKept(
                "product",
                "code=code",
                "name=name",
                "category=category",
                "unit=unit",
                "monthly=monthly",
                "version=version");
    }

    @Test
    void licencesAreCopied() {
        var told = Contract.of("license.changed")
                .key("licenses/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", partner)
                .keepFirst("state.licenses")
                .with("state.licenses.0.id", UUID.randomUUID())
                .with("state.licenses.0.quantity", 7);
        told.send(partner);

        told.assertKept(
                "license",
                "id=licenses.0.id",
                "partner_id=partnerId",
                "customer_id=customerId",
                "product=licenses.0.product",
                "category=licenses.0.category",
                "type=licenses.0.type",
                "quantity=licenses.0.quantity",
                "start_at=licenses.0.startAt",
                "end_at=licenses.0.endAt");
        told.assertKept("license_list", "customer_id=customerId", "version=version");
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
