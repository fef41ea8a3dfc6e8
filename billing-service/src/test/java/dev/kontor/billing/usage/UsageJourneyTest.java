package dev.kontor.billing.usage;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.reporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Neighbours;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.billing.Suite.Level;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.Visibility;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage in and out: what counts once, what is kept aside, and that nothing is an answer (domain.md rules 20 and 25). */
@JourneyTest
class UsageJourneyTest {

    @Inject
    Suite suite;

    @Inject
    Visibility visibility;

    @Inject
    Database database;

    @Test
    void aMonthOfUsagePostedTwiceCountsOnce() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        TestClock.moveTo(at(month.atEndOfMonth()));
        var days = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(day -> level(bakery, "endpoint-advanced", month.atDay(day), Integer.toString(40 + day % 7)))
                .toArray(Level[]::new);

        report(days).then().statusCode(200).body("stored", equalTo(days.length)).body("items", empty());
        report(days)
                .then()
                .statusCode(200)
                .body("received", equalTo(days.length))
                .body("stored", equalTo(0))
                .body("duplicate", equalTo(days.length))
                .body("items[0].reason", equalTo("already-stored"));

        admin(partner)
                .get("/v1/usage?month=" + month)
                .then()
                .body("items", hasSize(1))
                .body("items[0].quantity", equalTo("46"))
                .body("items[0].countMethod", equalTo("peak"));
        admin(partner)
                .get("/v1/usage?granularity=day&limit=200&month=" + month)
                .then()
                .body("items", hasSize(month.lengthOfMonth()))
                .body("items[0].quantity", equalTo("41"))
                .body("items[0].reported", equalTo(true));
    }

    @Test
    void oneBadItemNeverBlocksTheRest() {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var good = level(bakery, "endpoint-advanced", month.atDay(1), "5");
        var future = new Level(
                "future", bakery.id(), "endpoint-advanced", TestClock.now().plus(Duration.ofHours(25)), "5");
        var body = String.join(
                "\n",
                json(good),
                "",
                "not json",
                json(future),
                "{\"eventId\":\"x\",\"customerId\":\"nobody\"}",
                json(good).replace("\"quantity\":5", "\"quantity\":6"),
                json(good).replace("\"quantity\":5", "\"quantity\":\"5.0\""),
                json(good).replace("\"quantity\"", "\"quantitty\""),
                json(good)
                        .replace("\"quantity\":5", "\"quantity\":1E2147483647")
                        .replace(good.eventId(), "long"));

        reporter()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/usage-records")
                .then()
                .statusCode(200)
                .body("received", equalTo(8))
                .body("stored", equalTo(1))
                .body("conflict", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("refused", equalTo(5))
                .body("quarantined", equalTo(0))
                .body("items.index", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "items.reason",
                        contains(
                                "malformed-json",
                                "observed-in-future",
                                "wrong-type",
                                "other-payload",
                                "already-stored",
                                "unknown-field",
                                "out-of-range"));
    }

    @Test
    void aLeapSecondIsTheSecondBeforeIt() {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        TestClock.moveTo(at(month.plusMonths(1).atDay(1)));
        var level = level(bakery, "endpoint-advanced", month.atEndOfMonth(), "5");
        var last = month.atEndOfMonth() + "T23:59:";

        post(json(level).replace(level.observedAt().toString(), last + "60Z"))
                .then()
                .statusCode(200)
                .body("stored", equalTo(1));
        post(json(level).replace(level.observedAt().toString(), last + "59Z"))
                .then()
                .statusCode(200)
                .body("duplicate", equalTo(1));
    }

    @Test
    void aNumberBeyondAllBoundsIsRefusedByItsPlace() {
        ProblemAssert.problem(post("{\"product\":1e2147483648}"), 400, "validation-failed")
                .body("errors.pointer", contains("/0/product"));
        ProblemAssert.problem(post("{\"quantity\":-1E-2147483649}"), 400, "validation-failed");
    }

    private static Response post(String item) {
        return reporter().contentType("application/json").body("[" + item + "]").post("/v1/usage-records");
    }

    @Test
    void ofTwoLevelsOfTheSameInstantTheOnePostedLaterIsCarriedOn() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        TestClock.moveTo(at(month.atDay(4)));
        var levels = IntStream.rangeClosed(1, 9)
                .mapToObj(
                        quantity -> level(bakery, "endpoint-advanced", month.atDay(3), Integer.toString(10 - quantity)))
                .toArray(Level[]::new);

        report(levels).then().body("stored", equalTo(9));

        admin(partner)
                .get("/v1/usage?granularity=day&month=" + month)
                .then()
                .body("items.quantity", contains("9", "1"));
    }

    /** What PowerShell and Windows editors put in front of a file. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkInFrontOfTheFirstLineIsNoneOfIt(String charset) {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var body = "\ufeff" + json(level(bakery, "endpoint-advanced", month.atDay(1), "5")) + "\r\n"
                + json(level(bakery, "endpoint-advanced", month.atDay(2), "6"));

        reporter()
                .contentType("application/x-ndjson")
                .body(body.getBytes(Charset.forName(charset)))
                .post("/v1/usage-records")
                .then()
                .statusCode(200)
                .body("stored", equalTo(2))
                .body("items", empty());
    }

    @Test
    void aLineLongerThanAnyItemIsRefusedAndNotHeld() {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var body = "{\"eventId\":\"" + "x".repeat(1_000_000) + "\"}\n"
                + json(level(bakery, "endpoint-advanced", month.atDay(1), "5"));

        reporter()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/usage-records")
                .then()
                .statusCode(200)
                .body("received", equalTo(2))
                .body("stored", equalTo(1))
                .body("items.reason", contains("length"));
    }

    /** As PowerShell writes a file. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theFirstLineOfAFileWithAMarkIsAnEventLikeAnyOther(String charset) {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var body = "\ufeff" + json(level(bakery, "endpoint-advanced", month.atDay(1), "5")) + "\r\n"
                + json(level(bakery, "endpoint-advanced", month.atDay(2), "6")) + "\r\n";

        reporter()
                .contentType("application/x-ndjson")
                .body(body.getBytes(Charset.forName(charset)))
                .post("/v1/usage-records")
                .then()
                .statusCode(200)
                .body("received", equalTo(2))
                .body("stored", equalTo(2));
    }

    @Test
    void whatIsNotKnownYetIsKeptAsideAndReplaysItself() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var unknown = new Customer(UUID.randomUUID(), partner, "Bäckerei Sommer");
        var early = level(unknown, "endpoint-advanced", month.atDay(2), "5");

        report(early).then().body("quarantined", equalTo(1)).body("items[0].reason", equalTo("unknown-customer"));
        report(early).then().body("quarantined", equalTo(1)).body("duplicate", equalTo(0));
        operator()
                .get("/v1/usage-quarantine?limit=200")
                .then()
                .statusCode(200)
                .body("items.eventId", hasItem(early.eventId()));

        suite.tell(Suite.customer("customer.created", unknown.id(), partner, "monthly", TestClock.now()), partner);

        admin(partner).get("/v1/usage?month=" + month).then().body("items.quantity", contains("5"));
        operator().get("/v1/usage-quarantine?limit=200").then().body("items.eventId", not(hasItem(early.eventId())));
        report(early).then().body("duplicate", equalTo(1));
    }

    @Test
    void aCustomerCreatedAMomentAgoIsAskedFor() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var customer = UUID.randomUUID();
        var now = TestClock.now();
        Neighbours.answer(
                "/internal/customers/" + customer,
                "{\"customer\":"
                        + Suite.customer("customer.created", customer, partner, "monthly", now)
                                .state()
                        + ",\"consent\":null,\"administrator\":null,\"assigned\":false}");
        Neighbours.answer(
                "/internal/customers/" + customer + "/licenses",
                Suite.licenses(customer, partner, "monthly", "endpoint-advanced", now)
                        .state()
                        .toString());

        report(level(new Customer(customer, partner, ""), "endpoint-advanced", month.atDay(2), "10"))
                .then()
                .body("stored", equalTo(1));

        admin(partner).get("/v1/statements?month=" + month).then().body("items[0].total.amount", equalTo("32.00"));
    }

    @Test
    void aPartnerCreatedAMomentAgoIsAskedFor() {
        var partner = UUID.randomUUID();
        Neighbours.answer(
                "/internal/partners/" + partner,
                Suite.partner("partner.created", partner, "Nordwind IT", 1)
                        .state()
                        .toString());

        admin(partner).get("/v1/usage").then().statusCode(200).body("items", empty());
        // The gateway refuses whom nobody knows, so the document promises nothing of it.
        ProblemAssert.problem(admin(UUID.randomUUID()).noFilters().get("/v1/usage"), 404, "not-found");
    }

    @Test
    void usageOlderThanTheLookBackIsKeptAside() {
        var month = suite.freshMonth();
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");

        report(level(bakery, "endpoint-advanced", month.minusMonths(3).atEndOfMonth(), "5"))
                .then()
                .body("quarantined", equalTo(1))
                .body("items[0].reason", equalTo("too-old"));
        operator().post("/v1/usage-quarantine/replay").then().statusCode(200);
    }

    @Test
    void aSenderCanReconcile() {
        suite.freshMonth();
        var day = LocalDate.ofInstant(TestClock.now(), java.time.ZoneOffset.UTC);
        var bakery = suite.monthly(suite.partner(), "endpoint-advanced");
        var reporter = Passports.usageReporter("reporter-" + UUID.randomUUID());
        as(reporter)
                .contentType("application/json")
                .body("[" + json(level(bakery, "endpoint-advanced", day, "5")) + "]")
                .post("/v1/usage-records")
                .then()
                .statusCode(200);

        as(reporter)
                .get("/v1/usage-records/count?day=" + day)
                .then()
                .statusCode(200)
                .body("stored", equalTo(1))
                .body("quarantined", equalTo(0));
        ProblemAssert.problem(as(reporter).get("/v1/usage-records/count?day=today"), 400, "validation-failed");
        ProblemAssert.problem(
                as(reporter).queryParam("day", "+300000-01-01").get("/v1/usage-records/count"),
                400,
                "validation-failed");
    }

    @Test
    void aCallHoldsTenThousandRecordsAtMost() {
        var body = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining("\n"));

        ProblemAssert.problem(
                reporter()
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/usage-records"),
                413,
                "too-large");
    }

    @Test
    void onlyAReporterReports() {
        ProblemAssert.problem(
                operator().contentType("application/json").body("[]").post("/v1/usage-records"), 403, "role-required");
        ProblemAssert.problem(reporter().get("/v1/usage"), 403, "role-required");
    }

    @Test
    void anAdministratorSeesTheUsageOfItsCustomersAndAPartnerOnlyItsOwn() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var brewery = suite.monthly(partner, "endpoint-advanced");
        var other = suite.partner();
        report(
                        level(bakery, "endpoint-advanced", month.atDay(2), "5"),
                        level(brewery, "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .body("stored", equalTo(2));
        var subject = "reader-" + UUID.randomUUID();
        var reader = Passports.partner(partner, subject, "partner-read-only", Set.of("billing:read"))
                .bearer();

        as(reader).get("/v1/usage?month=" + month).then().body("items", empty());
        Suite.asWorker(() -> {
            visibility.assignment(partner, subject, bakery.id(), true);
            return null;
        });
        as(reader)
                .get("/v1/usage?month=" + month)
                .then()
                .body("items.customerId", contains(bakery.id().toString()));
        admin(other).get("/v1/usage?month=" + month).then().body("items", empty());
        admin(other)
                .get("/v1/usage?month=" + month + "&customerId=" + bakery.id())
                .then()
                .body("items", empty());
    }

    @Test
    void theUsageOfAManagedCustomerShowsOnlyInItsProgram() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var managed = suite.managed(partner, "endpoint-advanced");
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(
                        level(managed, "endpoint-advanced", month.atDay(2), "5"),
                        level(bakery, "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .body("stored", equalTo(2));
        var outside = Passports.partner(partner, "flex-only", "partner-super-admin", Set.of("billing:read"))
                .with("customers", "all")
                .with("programs", List.of("msp-flex"))
                .bearer();

        as(outside)
                .get("/v1/usage?month=" + month)
                .then()
                .body("items.customerId", contains(bakery.id().toString()));
        as(outside)
                .get("/v1/usage?month=" + month + "&customerId=" + managed.id())
                .then()
                .body("items", empty());
        ProblemAssert.problem(as(outside).get(counted(managed, month)), 404, "not-found");
        admin(partner)
                .get("/v1/usage?month=" + month + "&customerId=" + managed.id())
                .then()
                .body("items[0].quantity", equalTo("5"));
        admin(partner).get(counted(managed, month)).then().body("quantity", equalTo("5"));
    }

    @Test
    void aManagedCustomerThatWasBilledByTheMonthIsOnEveryEstimate() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "7")).then().body("stored", equalTo(1));
        suite.tell(
                Suite.customer("customer.updated", bakery.id(), partner, "managed-order", TestClock.now())
                        .with("state.version", 2),
                partner);

        as(Passports.partner(partner, "flex-only", "partner-super-admin", Set.of("billing:read"))
                        .with("customers", "all")
                        .with("programs", List.of("msp-flex"))
                        .bearer())
                .get("/v1/statements?month=" + month)
                .then()
                .body("items[0].total.amount", equalTo("22.40"));
    }

    private static String counted(Customer customer, YearMonth month) {
        return "/v1/usage/" + customer.id() + "/endpoint-advanced/" + month + "/counted";
    }

    @Test
    void usageStaysWithThePartnerItHappenedUnder() {
        var month = suite.freshMonth();
        var before = suite.partner();
        var after = suite.partner();
        var bakery = suite.monthly(before, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "5")).then().body("stored", equalTo(1));
        TestClock.moveTo(at(month.atDay(10)));
        suite.tell(
                Suite.customer("customer.connected", bakery.id(), after, "monthly", TestClock.now())
                        .with("state.version", 2),
                after);
        TestClock.moveTo(at(month.atDay(12)));

        report(level(bakery, "endpoint-advanced", month.atDay(12), "9")).then().body("stored", equalTo(1));

        admin(before).get("/v1/usage?month=" + month).then().body("items.quantity", contains("5"));
        admin(after).get("/v1/usage?month=" + month).then().body("items.quantity", contains("9"));
    }

    @Test
    void aListIsReadByPage() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        for (var i = 0; i < 3; i++) {
            report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(1), "5"));
        }

        var first = admin(partner).get("/v1/usage?granularity=day&limit=4&month=" + month);
        first.then().body("items", hasSize(4));
        var second = admin(partner)
                .queryParam("cursor", first.jsonPath().getString("nextCursor"))
                .get("/v1/usage?granularity=day&limit=4&month=" + month);
        second.then().body("items", hasSize(2));
        assertThat(second.jsonPath().getList("items"))
                .doesNotContainAnyElementsOf(first.jsonPath().getList("items"));
    }

    private static String json(Level level) {
        return """
                {"eventId":"%s","customerId":"%s","product":"%s","observedAt":"%s","quantity":%s}"""
                .formatted(level.eventId(), level.customerId(), level.product(), level.observedAt(), level.quantity());
    }
}
