package dev.kontor.licensing;

import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What licensing knows of others is what {@code contracts/events} says they tell. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class ContractsTest {

    private final UUID partner = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @Test
    void aCustomerIsCopiedAndGetsItsFirstLicences() {
        var told = Contract.of("customer.created")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.partnerId", partner);
        told.send(partner);

        told.assertKept("customers", "id=id", "partner_id=partnerId", "account_type=accountType", "version=version");
        told.assertKept(
                "licenses", "customer_id=id", "partner_id=partnerId", "product=products.0", "start_at=createdAt");
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
