package dev.kontor.billing.intake;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.TestClock;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@JourneyTest
class QuarantineRaceTest {

    @Inject
    Suite suite;

    @Inject
    Placing placing;

    @Test
    void usageReplaysItselfWhoseCustomerBecomesKnownWhileItIsPutAside() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var customer = UUID.randomUUID();
        Reported early = new UsageItem(
                0, customer + "/early", customer, "endpoint-advanced", at(month.atDay(2)), new BigDecimal("7"));

        var notStored = asWorker(() -> {
            var aside = placing.place("probe", Source.RECORD, List.of(early));
            suite.tell(Suite.customer("customer.created", customer, partner, "monthly", TestClock.now()), partner);
            return aside;
        });

        assertThat(notStored).hasSize(1);
        await().untilAsserted(() -> admin(partner)
                .get("/v1/usage?month=" + month + "&customerId=" + customer)
                .then()
                .body("items[0].quantity", equalTo("7")));
        operator().get("/v1/usage-quarantine?limit=200").then().body("items.eventId", not(hasItem(early.eventId())));
    }
}
