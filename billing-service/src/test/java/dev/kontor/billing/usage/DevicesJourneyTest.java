package dev.kontor.billing.usage;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.reporter;
import static dev.kontor.billing.Suite.statement;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 20 and 27: devices counted, and found again behind the number. */
@JourneyTest
class DevicesJourneyTest {

    @Inject
    Suite suite;

    @Test
    void usersDevicesWithoutUserAndServersAreCountedAndTraced() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        Customer bakery = suite.monthly(partner, "endpoint-advanced");
        TestClock.moveTo(at(month.atDay(4)));
        report(level(bakery, "endpoint-advanced", month.atDay(3), "50")).then().body("stored", equalTo(1));

        observe(
                        seen(bakery, "laptop", "anna", "computer", month.atDay(3)),
                        seen(bakery, "desktop", "anna", "computer", month.atDay(3)),
                        seen(bakery, "kiosk", null, "computer", month.atDay(3)),
                        seen(bakery, "db", null, "server", month.atDay(3)))
                .then()
                .statusCode(200)
                .body("received", equalTo(4))
                .body("stored", equalTo(4))
                .body("items", empty());

        admin(partner).get("/v1/usage?month=" + month).then().body("items[0].quantity", equalTo("3"));
        statement(partner, month).then().body("items[0].lines[0].actualQuantity", equalTo("3"));
        counted(partner, bakery, month)
                .then()
                .statusCode(200)
                .body("quantity", equalTo("3"))
                .body("countMethod", equalTo("peak"))
                .body("asOf", equalTo(month.atDay(3).toString()))
                .body("users", contains("anna"))
                .body("devices.deviceId", containsInAnyOrder("laptop", "desktop", "kiosk", "db"))
                .body("devices.find { it.deviceId == 'db' }.kind", equalTo("server"))
                .body("records", empty());
    }

    @Test
    void aNumberFromARecordIsTracedToIt() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        Customer bakery = suite.monthly(partner, "endpoint-advanced");
        Suite.Level small = level(bakery, "endpoint-essentials", month.atDay(2), "7");
        report(small).then().body("stored", equalTo(1));

        counted(partner, bakery, month)
                .then()
                .statusCode(200)
                .body("quantity", equalTo("7"))
                .body("devices", empty())
                .body("records", hasSize(1))
                .body("records[0].eventId", equalTo(small.eventId()))
                .body("records[0].product", equalTo("endpoint-essentials"));
    }

    @Test
    void noUsageIsAnAnswerAndOthersCustomersAreNotThere() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        Customer bakery = suite.monthly(partner, "endpoint-advanced");

        counted(partner, bakery, month)
                .then()
                .statusCode(200)
                .body("quantity", equalTo("0"))
                .body("asOf", nullValue())
                .body("devices", empty());
        ProblemAssert.problem(counted(suite.partner(), bakery, month), 404, "not-found");
        ProblemAssert.problem(
                admin(partner).get("/v1/usage/" + bakery.id() + "/no-such-product/" + month + "/counted"),
                404,
                "not-found");
        ProblemAssert.problem(
                admin(partner).get("/v1/usage/" + bakery.id() + "/endpoint-advanced/november/counted"),
                400,
                "validation-failed");
    }

    @Test
    void observationsAreDeduplicatedAndCheckedLikeRecords() {
        YearMonth month = suite.freshMonth();
        Customer bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        String laptop = seen(bakery, "laptop", "anna", "computer", month.atDay(1));
        observe(laptop).then().body("stored", equalTo(1));

        observe(
                        laptop,
                        laptop.replace("anna", "bruno"),
                        laptop.replace("computer", "toaster"),
                        laptop.replace("laptop", "lap\\u0000top"),
                        laptop.replace("deviceId", "device"))
                .then()
                .body("duplicate", equalTo(1))
                .body("conflict", equalTo(1))
                .body("refused", equalTo(3))
                .body(
                        "items.reason",
                        contains("already-stored", "other-payload", "out-of-range", "not-plain-text", "unknown-field"));
        reporter()
                .contentType("application/json")
                .body(laptop)
                .post("/v1/device-observations")
                .then()
                .statusCode(200)
                .body("duplicate", equalTo(1));
        ProblemAssert.problem(
                Suite.as(Passports.operator())
                        .contentType("application/json")
                        .body("[]")
                        .post("/v1/device-observations"),
                403,
                "role-required");
    }

    @Test
    void aDeviceOfACustomerNotKnownYetIsKeptAsideAndReplaysItself() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        Customer unknown = new Customer(UUID.randomUUID(), partner, "Bäckerei Sommer");
        String device = UUID.randomUUID().toString();

        observe(seen(unknown, device, null, "server", month.atDay(1)))
                .then()
                .body("quarantined", equalTo(1))
                .body("items[0].reason", equalTo("unknown-customer"));
        operator().get("/v1/usage-quarantine?limit=200").then().body("items.deviceId", hasItem(device));
        suite.tell(
                "kontor.customers.v1",
                "customer/" + unknown.id(),
                "customer.created",
                partner,
                Suite.customerState(unknown.id(), partner, "monthly", TestClock.now()));

        operator().get("/v1/usage-quarantine?limit=200").then().body("items.deviceId", not(hasItem(device)));
        admin(partner).get("/v1/usage?month=" + month).then().body("items.quantity", contains("1"));
    }

    private static Response counted(UUID partner, Customer customer, YearMonth month) {
        return admin(partner).get("/v1/usage/" + customer.id() + "/endpoint-advanced/" + month + "/counted");
    }

    private static Response observe(String... observations) {
        return reporter()
                .contentType("application/json")
                .body("[" + String.join(",", observations) + "]")
                .post("/v1/device-observations");
    }

    private static String seen(Customer customer, String device, String user, String kind, LocalDate day) {
        Instant at = at(day);
        return """
                {"eventId":"%s","customerId":"%s","product":"endpoint-advanced","deviceId":"%s",%s"kind":"%s","lastSeenAt":"%s"}"""
                .formatted(
                        UUID.randomUUID(),
                        customer.id(),
                        device,
                        user == null ? "" : "\"userId\":\"" + user + "\",",
                        kind,
                        at);
    }
}
