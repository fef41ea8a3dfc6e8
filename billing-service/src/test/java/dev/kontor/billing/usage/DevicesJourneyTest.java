package dev.kontor.billing.usage;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.reporter;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
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
import dev.kontor.platform.security.rows.Visibility;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 20 and 27: devices counted, and found again behind the number. */
@JourneyTest
class DevicesJourneyTest {

    @Inject
    Suite suite;

    @Inject
    Visibility visibility;

    @Test
    void usersDevicesWithoutUserAndServersAreCountedAndTraced() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
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
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var small = level(bakery, "endpoint-essentials", month.atDay(2), "7");
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
    void aNumberIsTracedToTheRecordThatTheLicenceCovers() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.trial(partner, "endpoint-advanced");
        var converted = at(month.atDay(2)).plus(Duration.ofHours(6));
        var before = level(bakery, "endpoint-advanced", month.atDay(2), "50");
        var after = new Suite.Level(
                UUID.randomUUID().toString(),
                bakery.id(),
                "endpoint-advanced",
                converted.plus(Duration.ofHours(6)),
                "7");
        report(before, after).then().body("stored", equalTo(2));
        TestClock.moveTo(converted);
        suite.tell(
                Suite.licenses(bakery.id(), partner, "monthly", "endpoint-advanced", converted)
                        .with("state.version", 2),
                partner);
        TestClock.moveTo(at(month.atDay(3)));

        counted(partner, bakery, month)
                .then()
                .statusCode(200)
                .body("quantity", equalTo("7"))
                .body("asOf", equalTo(month.atDay(2).toString()))
                .body("records.eventId", contains(after.eventId()));
    }

    @Test
    void aClosedMonthIsShownAsItWasBilledWhateverPricesCameLater() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var high = level(bakery, "endpoint-advanced", month.atDay(2), "9");
        report(high, level(bakery, "endpoint-advanced", month.atDay(3), "4"))
                .then()
                .body("stored", equalTo(2));
        end(month);
        close(month);
        var subject = "reader-" + UUID.randomUUID();
        Suite.asWorker(() -> {
            visibility.assignment(partner, subject, bakery.id(), true);
            return null;
        });

        operator()
                .contentType("application/json")
                .body(
                        """
                        {"scope":"partner","partnerId":"%s","effectiveFrom":"%s","currency":"EUR",
                         "proration":"full-month","entries":[{"product":"endpoint-advanced","model":"flat",
                          "bands":[{"upTo":null,"unitPrice":"1"}],"countMethod":"last-snapshot"}]}"""
                                .formatted(partner, month.atDay(1)))
                .put("/v1/price-books/later-" + partner)
                .then()
                .statusCode(200);

        for (var bearer : List.of(
                Passports.partnerSuperAdmin(partner),
                Passports.partner(partner, subject, "partner-read-only", Set.of("billing:read"))
                        .bearer())) {
            as(bearer)
                    .get("/v1/usage?month=" + month)
                    .then()
                    .body("items[0].countMethod", equalTo("peak"))
                    .body("items[0].quantity", equalTo("9"));
            as(bearer)
                    .get("/v1/usage/" + bakery.id() + "/endpoint-advanced/" + month + "/counted")
                    .then()
                    .body("countMethod", equalTo("peak"))
                    .body("quantity", equalTo("9"))
                    .body("records.eventId", contains(high.eventId()));
        }
        var next = month.plusMonths(1);
        counted(partner, bakery, next)
                .then()
                .body("countMethod", equalTo("last-snapshot"))
                .body("quantity", equalTo("4"));
    }

    /** Rule 27: the trace of a final line is as final as the line. */
    @Test
    void lateUsageDoesNotMoveWhatAFinalLineIsTracedTo() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        operator()
                .contentType("application/json")
                .body(
                        """
                        {"scope":"partner","partnerId":"%s","effectiveFrom":"%s","currency":"EUR",
                         "entries":[{"product":"endpoint-advanced","model":"flat",
                          "bands":[{"upTo":null,"unitPrice":"1"}],"countMethod":"last-snapshot"}]}"""
                                .formatted(partner, month.atDay(1)))
                .put("/v1/price-books/last-" + partner)
                .then()
                .statusCode(200);
        TestClock.moveTo(at(month.atDay(25)));
        observe(
                        seen(bakery, "laptop", "anna", "computer", month.atDay(20)),
                        seen(bakery, "desktop", "bruno", "computer", month.atDay(10)))
                .then()
                .body("stored", equalTo(2));
        end(month);
        close(month);
        var traced = counted(partner, bakery, month);
        traced.then()
                .body("quantity", equalTo("2"))
                .body("asOf", equalTo(month.atDay(20).toString()))
                .body("devices.deviceId", containsInAnyOrder("laptop", "desktop"));

        observe(seen(bakery, "tablet", "anna", "computer", month.atDay(24)))
                .then()
                .body("stored", equalTo(1));
        report(level(bakery, "endpoint-essentials", month.atDay(24), "9"))
                .then()
                .body("stored", equalTo(1));

        assertThat(counted(partner, bakery, month).asString()).isEqualTo(traced.asString());
        // What was never billed is traced to what is there now.
        admin(partner)
                .get("/v1/usage/" + bakery.id() + "/endpoint-essentials/" + month + "/counted")
                .then()
                .body("quantity", equalTo("9"));
        operator().get("/v1/billing-invariants?month=" + month).then().body("holds", equalTo(true));
    }

    @Test
    void noUsageIsAnAnswerAndOthersCustomersAreNotThere() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");

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
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var laptop = seen(bakery, "laptop", "anna", "computer", month.atDay(1));
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
        reporter()
                .contentType("application/x-ndjson")
                .body((seen(bakery, "NB-0417", "bruno", "computer", month.atDay(1)) + "\n"
                                + seen(bakery, "SRV-01", null, "server", month.atDay(1)) + "\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/device-observations")
                .then()
                .statusCode(200)
                .body("stored", equalTo(2));
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
        var month = suite.freshMonth();
        var partner = suite.partner();
        var unknown = new Customer(UUID.randomUUID(), partner, "Bäckerei Sommer");
        var device = UUID.randomUUID().toString();

        observe(seen(unknown, device, null, "server", month.atDay(2)))
                .then()
                .body("quarantined", equalTo(1))
                .body("items[0].reason", equalTo("unknown-customer"));
        operator().get("/v1/usage-quarantine?limit=200").then().body("items.deviceId", hasItem(device));
        suite.tell(Suite.customer("customer.created", unknown.id(), partner, "monthly", TestClock.now()), partner);

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
        var at = at(day);
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
