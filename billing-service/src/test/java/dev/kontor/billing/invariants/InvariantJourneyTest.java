package dev.kontor.billing.invariants;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.platform.database.Database;
import dev.kontor.testkit.ProblemAssert;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@JourneyTest
class InvariantJourneyTest {

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Test
    void aClosedMonthAgreesWithItselfVoidAndLateUsageIncluded() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(
                        level(bakery, "endpoint-advanced", month.atDay(1), "10"),
                        level(bakery, "endpoint-essentials", month.atDay(2), "3"))
                .then()
                .body("stored", equalTo(2));
        end(month);
        close(month);
        report(level(bakery, "endpoint-advanced", month.atDay(2), "12")).then().body("stored", equalTo(1));
        operator()
                .post("/v1/statements/" + statement(partner, month).jsonPath().getString("items[0].id") + "/void")
                .then()
                .statusCode(200);

        check(month).then().body("holds", equalTo(true)).body("invariants", hasSize(7));
    }

    @Test
    void whatIsBrokenIsNamedAndCounted() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(1), "10")).then().body("stored", equalTo(1));
        assertThat(setHighest(bakery, 11)).isEqualTo(1);

        check(month)
                .then()
                .body("holds", equalTo(false))
                .body("invariants.findAll { !it.holds }.name", hasItem("days-equal-records"))
                .body(
                        "invariants.find { it.name == 'days-equal-records' }.broken",
                        hasItem(bakery.id() + " endpoint-advanced " + month.atDay(1)));
        // Months closed meanwhile are checked, too, and the metric is of the last one.
        await().untilAsserted(() -> {
            check(month);
            assertThat(metrics.get("kontor.billing.invariants.broken")
                            .tag("invariant", "days-equal-records")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        });
        setHighest(bakery, 10);
        check(month).then().body("holds", equalTo(true));
    }

    @Test
    void onlyOperatorsCheck() {
        ProblemAssert.problem(admin(UUID.randomUUID()).get("/v1/billing-invariants"), 403, "role-required");
        ProblemAssert.problem(operator().get("/v1/billing-invariants?month=x"), 400, "validation-failed");
    }

    private int setHighest(Customer customer, int quantity) {
        return asWorker(() -> database.sql("update usage_day set highest = :highest where customer_id = :customer")
                .with("highest", quantity)
                .with("customer", customer.id())
                .update());
    }

    private static Response check(YearMonth month) {
        return operator().get("/v1/billing-invariants?month=" + month);
    }
}
