package dev.kontor.billing.periods;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.finished;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.platform.database.Database;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A month from its estimate to one final statement, however often it is closed (domain.md rules 24 and 26). */
@JourneyTest
class ClosingJourneyTest {

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Test
    void aMonthGoesFromEstimateToOneFinalStatement() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-essentials", month.atDay(2), "50"))
                .then()
                .statusCode(200);

        statement(partner, month)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("open"))
                .body("items[0].number", nullValue())
                .body("items[0].total.amount", equalTo("160.00"))
                .body("items[0].lines[0].product", equalTo("endpoint-advanced"));
        var id = statement(partner, month).jsonPath().getString("items[0].id");
        ProblemAssert.problem(operator().post("/v1/billing-periods/" + month + "/close"), 409, "period-not-over");

        end(month);
        statement(partner, month).then().body("items[0].state", equalTo("draft"));
        var job = close(month);
        job.then().body("id", startsWith("billing-"));
        assertNotHeld(job, partner);
        operator()
                .post("/v1/billing-periods/" + month + "/close")
                .then()
                .statusCode(200)
                .body("id", equalTo(job.jsonPath().getString("id")));

        admin(partner)
                .get("/v1/statements/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("number", matchesPattern("KTR-\\d{4}-\\d{6}"))
                .body("state", equalTo("final"))
                .body("currency", equalTo("EUR"))
                .body("total.amount", equalTo("160.00"))
                .body("contentHash", startsWith("sha256:"))
                .body("lineCount", equalTo(1))
                .body("lines[0].customerName", equalTo("Bäckerei Sommer"))
                .body("lines[0].actualQuantity", equalTo("50"))
                .body("lines[0].billableQuantity", equalTo("50"))
                .body("lines[0].countMethod", equalTo("peak"))
                .body("lines[0].asOf", equalTo(month.atDay(2).toString()))
                .body("lines[0].band", equalTo("1-99"))
                .body("lines[0].unitPrice", equalTo("3.20"))
                .body("lines[0].amount.amount", equalTo("160.00"));
        assertThat(Facts.collect("kontor.billing.v1", record -> record.key().equals("statement/" + id), 1))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).contains("\"month\":\"" + month + "\""));
        admin(partner)
                .get("/v1/billing-periods")
                .then()
                .statusCode(200)
                .body("items.find { it.month == '" + month + "' }.state", equalTo("final"));
    }

    @Test
    void aStatementIsTheSameAsJsonCsvAndPdf() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);
        end(month);
        close(month);
        var id = statement(partner, month).jsonPath().getString("items[0].id");

        var csv = admin(partner)
                .accept("text/csv")
                .get("/v1/statements/" + id)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("\ufeffstatement,month,customerId,")
                .contains(",7,7,peak,")
                .contains(",22.40,EUR,");
        var pdf = admin(partner)
                .accept("application/pdf")
                .header("Accept-Language", "de")
                .get("/v1/statements/" + id)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("%PDF-")
                .contains("\"name\":\"Nordwind IT\"")
                .contains("\"amount\":\"22.40\"")
                .contains("\"seller\":{\"legalName\":", "\"buyer\":{\"legalName\":\"Nordwind IT\"}");
        admin(partner)
                .get("/v1/statements/" + id + "/lines?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void aMonthWithoutUsageIsAnEmptyStatementNotAnError() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);
        close(month);

        statement(partner, month)
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("final"))
                .body("items[0].total.amount", equalTo("0.00"))
                .body("items[0].lines", empty());
    }

    @Test
    void trialUsageIsShownButNotBilled() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var trial = suite.trial(partner, "endpoint-advanced");
        report(level(trial, "endpoint-advanced", month.atDay(2), "12")).then().statusCode(200);

        admin(partner).get("/v1/usage?month=" + month).then().body("items[0].quantity", equalTo("12"));
        statement(partner, month).then().body("items[0].total.amount", equalTo("0.00"));
    }

    @Test
    void closesAtTheSameTimeGiveOneJobAndOneStatement() throws Exception {
        var month = suite.freshMonth();
        var partner = suite.partner();
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);
        end(month);

        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<String> ask = () -> operator()
                    .post("/v1/billing-periods/" + month + "/close")
                    .jsonPath()
                    .getString("id");
            var jobs = pool.invokeAll(List.of(ask, ask, ask, ask));
            var first = jobs.get(0).get();
            for (var job : jobs) {
                assertThat(job.get()).isEqualTo(first);
            }
            finished(first);
        } finally {
            pool.shutdownNow();
        }
        statement(partner, month).then().body("items", hasSize(1)).body("items[0].state", equalTo("final"));
    }

    @Test
    void monthsCloseByThemselvesInOrderWhenTheClockJumps() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(
                        level(bakery, "endpoint-advanced", month.atDay(1), "7"),
                        level(bakery, "endpoint-advanced", month.atDay(2), "0"))
                .then()
                .body("stored", equalTo(2));

        TestClock.moveTo(Suite.at(month.plusMonths(3).atDay(5)));

        await().untilAsserted(() -> admin(partner)
                .get("/v1/statements")
                .then()
                .body(
                        "items.findAll { it.state == 'final' }.month",
                        contains(
                                month.plusMonths(2).toString(),
                                month.plusMonths(1).toString(),
                                month.toString())));
        List<String> numbers =
                admin(partner).get("/v1/statements").jsonPath().getList("items.findAll { it.number }.number");
        assertThat(numbers).doesNotHaveDuplicates().hasSize(3);
        admin(partner)
                .get("/v1/statements")
                .then()
                .body("items.find { it.month == '" + month + "' }.issuedAt", startsWith(month.plusMonths(1) + "-04"));
    }

    @Test
    void lateUsageIsADifferenceOnTheNextStatementAndChangesNoFinalOne() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        var closed = statement(partner, month);

        report(
                        level(bakery, "endpoint-advanced", month.atDay(20), "15"),
                        level(bakery, "endpoint-advanced", month.atDay(21), "10"),
                        level(bakery, "endpoint-advanced", month.plusMonths(1).atDay(1), "10"))
                .then()
                .body("stored", equalTo(3));

        var next = month.plusMonths(1);
        assertThat(statement(partner, month).jsonPath().getMap("items[0]"))
                .isEqualTo(closed.jsonPath().getMap("items[0]"));
        statement(partner, next)
                .then()
                .body("items[0].lines.find { it.correctsMonth }.correctsMonth", equalTo(month.toString()))
                .body("items[0].lines.find { it.correctsMonth }.billableQuantity", equalTo("5"))
                .body("items[0].lines.find { it.correctsMonth }.amount.amount", equalTo("16.00"));
        end(next);
        close(next);
        statement(partner, next).then().body("items[0].total.amount", equalTo("48.00"));
        end(next.plusMonths(1));
        report(level(bakery, "endpoint-advanced", next.plusMonths(1).atDay(1), "10"))
                .then()
                .statusCode(200);
        close(next.plusMonths(1));
        statement(partner, next.plusMonths(1)).then().body("items[0].total.amount", equalTo("32.00"));
    }

    @Test
    void aJumpHoldsOnlyThatPartnerBackUntilItIsReleased() {
        var month = suite.freshMonth();
        var jumping = suite.partner();
        var steady = suite.partner();
        var bakery = suite.monthly(jumping, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        var next = month.plusMonths(1);
        report(level(bakery, "endpoint-advanced", next.atDay(1), "5000")).then().statusCode(200);
        end(next);

        var job = close(next);

        job.then()
                .body("result.held.partnerId", hasItem(jumping.toString()))
                .body(
                        "result.held.find { it.partnerId == '" + jumping + "' }.reason",
                        equalTo("quantity-jump: endpoint-advanced"));
        statement(steady, next).then().body("items[0].state", equalTo("final"));
        statement(jumping, next).then().body("items[0].state", equalTo("draft"));

        operator()
                .post("/v1/billing-periods/" + next + "/partners/" + jumping + "/release")
                .then()
                .statusCode(202);
        assertNotHeld(finished(job.jsonPath().getString("id")), jumping);
        statement(jumping, next).then().body("items[0].state", equalTo("final"));
    }

    @Test
    void aJumpInAMonthThatIsClosedHoldsItsCorrectionBackUntilItIsReleased() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        var next = month.plusMonths(1);
        report(
                        level(bakery, "endpoint-advanced", month.atDay(20), "5000"),
                        level(bakery, "endpoint-advanced", month.atDay(21), "10"))
                .then()
                .body("stored", equalTo(2));
        end(next);

        var job = close(next);

        job.then()
                .body(
                        "result.held.find { it.partnerId == '" + partner + "' }.reason",
                        equalTo("quantity-jump: endpoint-advanced in " + month));
        statement(partner, next).then().body("items[0].state", equalTo("draft"));
        operator()
                .post("/v1/billing-periods/" + next + "/partners/" + partner + "/release")
                .then()
                .statusCode(202);
        assertNotHeld(finished(job.jsonPath().getString("id")), partner);
        statement(partner, next)
                .then()
                .body("items[0].state", equalTo("final"))
                .body("items[0].lines.find { it.correctsMonth }.billableQuantity", equalTo("4990"));
        end(next.plusMonths(1));
        report(level(bakery, "endpoint-advanced", next.plusMonths(1).atDay(1), "10"))
                .then()
                .body("stored", equalTo(1));
        assertNotHeld(close(next.plusMonths(1)), partner);
    }

    @Test
    void lateUsageWithoutAPriceInItsMonthHoldsTheNextStatementBack() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        priceBook(partner, month, "endpoint-advanced");
        var bakery = suite.monthly(partner, "server-advanced");
        end(month);
        close(month);
        var next = month.plusMonths(1);
        priceBook(partner, next, "endpoint-advanced", "server-advanced");
        report(level(bakery, "server-advanced", month.atDay(20), "3")).then().body("stored", equalTo(1));
        end(next);

        var job = close(next);

        job.then()
                .body(
                        "result.held.find { it.partnerId == '" + partner + "' }.reason",
                        equalTo("price-missing: server-advanced in " + month));
        statement(partner, next).then().body("items[0].state", equalTo("draft"));

        priceBook(partner, month, "endpoint-advanced", "server-advanced");
        operator()
                .post("/v1/statements/" + statement(partner, month).jsonPath().getString("items[0].id") + "/void")
                .then()
                .statusCode(200);
        operator()
                .post("/v1/billing-periods/" + next + "/partners/" + partner + "/release")
                .then()
                .statusCode(202);
        assertNotHeld(finished(job.jsonPath().getString("id")), partner);
        statement(partner, month).then().body("items[0].total.amount", equalTo("3.00"));
        statement(partner, next).then().body("items[0].state", equalTo("final"));
    }

    /** Rule 20: a sender may have fallen silent. */
    @Test
    void aPartnerWhoseLevelsNobodyRepeatsIsHeldBackUntilItIsReleased() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var brewery = suite.monthly(partner, "endpoint-advanced");
        report(
                        level(bakery, "endpoint-advanced", month.atDay(2), "3"),
                        level(brewery, "endpoint-advanced", month.atDay(2), "10"))
                .then()
                .body("stored", equalTo(2));
        end(month);
        assertNotHeld(close(month), partner);
        var next = month.plusMonths(1);
        report(level(brewery, "endpoint-advanced", next.atDay(1), "10")).then().body("stored", equalTo(1));
        end(next);
        admin(partner)
                .get("/v1/usage?month=" + next)
                .then()
                .body("items.find { it.customerId == '" + bakery.id() + "' }.stale", equalTo(true))
                .body("items.find { it.customerId == '" + brewery.id() + "' }.stale", equalTo(false));

        var job = close(next);

        job.then()
                .body("result.held.find { it.partnerId == '" + partner + "' }.reason", equalTo("stale-usage"))
                .body("result.stale.findAll { it.partnerId == '" + partner + "' }", hasSize(1))
                .body(
                        "result.stale.find { it.partnerId == '" + partner + "' }.customerId",
                        equalTo(bakery.id().toString()))
                .body("result.stale.find { it.partnerId == '" + partner + "' }.quantity", equalTo("3"));
        operator()
                .post("/v1/billing-periods/" + next + "/partners/" + partner + "/release")
                .then()
                .statusCode(202);
        var released = finished(job.jsonPath().getString("id"));
        assertNotHeld(released, partner);
        released.then().body("result.stale.findAll { it.partnerId == '" + partner + "' }", hasSize(1));
        statement(partner, next).then().body("items[0].total.amount", equalTo("41.60"));
    }

    /** Rule 22: owed by who holds a licence of the product, used or not; and each line says what it is made of. */
    @Test
    void aMinimumIsOwedWithoutUsageAndSharedEqually() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        suite.monthly(partner, "endpoint-advanced");
        suite.monthly(partner, "endpoint-advanced");
        suite.monthly(partner, "endpoint-advanced");
        priceBookOf(
                partner,
                month,
                """
                {"product":"endpoint-advanced","model":"flat","bands":[{"upTo":null,"unitPrice":"1.00"}],"minimum":"100"}""");
        end(month);
        close(month);

        var id = statement(partner, month).jsonPath().getString("items[0].id");
        admin(partner)
                .get("/v1/statements/" + id)
                .then()
                .body("total.amount", equalTo("100.00"))
                .body("lines.amount.amount.sort()", contains("33.33", "33.33", "33.34"))
                .body("lines[0].billableQuantity", equalTo("0"))
                .body("lines[0].asOf", nullValue())
                .body("lines[0].parts.part", contains("units", "minimum"))
                .body("lines[0].parts[0].amount.amount", equalTo("0.00"))
                .body("lines[0].parts[1].amount.amount", startsWith("33.3"));
        var csv = admin(partner).accept("text/csv").get("/v1/statements/" + id).asString();
        assertThat(csv).contains(",periodEnd,units,flatFee,minimum,maximum").contains(",0.00,0.00,33.34,0.00");
        operator().get("/v1/billing-invariants?month=" + month).then().body("holds", equalTo(true));
    }

    /** Rule 24: late usage rates a closed month by the rules it was closed under, so no month is corrected by new rules alone. */
    @Test
    void aMonthClosedUnderTheRulesBeforeIsCorrectedByThem() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        priceBookOf(
                partner,
                month,
                """
                {"product":"endpoint-advanced","model":"flat","bands":[{"upTo":null,"unitPrice":"1.00"}],"minimum":"50"}""");
        report(level(bakery, "endpoint-advanced", month.atDay(1), "0")).then().body("stored", equalTo(1));
        // Under today's rules the minimum is owed; it was not under those before.
        statement(partner, month).then().body("items[0].total.amount", equalTo("50.00"));
        closedUnderTheRulesBefore(partner, month, bakery);
        end(month);
        report(level(bakery, "endpoint-advanced", month.atDay(2), "0")).then().body("stored", equalTo(1));

        var next = month.plusMonths(1);
        statement(partner, next).then().body("items[0].lines.findAll { it.correctsMonth }", empty());

        report(level(bakery, "endpoint-advanced", month.atDay(3), "60")).then().body("stored", equalTo(1));
        statement(partner, next)
                .then()
                .body("items[0].lines.find { it.correctsMonth }.amount.amount", equalTo("60.00"))
                .body("items[0].lines.find { it.correctsMonth }.parts", nullValue());
    }

    /** Rule 24: a closed month is rated by today's rules where an operator wants that, who sees the difference first. */
    @Test
    void aMonthClosedUnderTheRulesBeforeIsRatedAnewWhereAnOperatorWantsIt() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        priceBookOf(
                partner,
                month,
                """
                {"product":"endpoint-advanced","model":"flat","bands":[{"upTo":null,"unitPrice":"1.00"}],"minimum":"50"}""");
        report(level(bakery, "endpoint-advanced", month.atDay(1), "0")).then().body("stored", equalTo(1));
        closedUnderTheRulesBefore(partner, month, bakery);
        end(month);
        close(month);
        var id = statement(partner, month).jsonPath().getString("items[0].id");

        reRate(partner, month, true)
                .then()
                .statusCode(200)
                .body("statementId", equalTo(id))
                .body("closedUnder", equalTo("rules-2026a"))
                .body("rules", equalTo("rules-2026b"))
                .body("billed.amount", equalTo("0.00"))
                .body("rated.amount", equalTo("50.00"))
                .body("differenceCount", equalTo(1))
                .body("differences[0].amount.amount", equalTo("50.00"));
        statement(partner, month)
                .then()
                .body("items", hasSize(1))
                .body("items[0].total.amount", equalTo("0.00"))
                .body("items[0].state", equalTo("final"));

        reRate(partner, month, false).then().statusCode(200).body("rated.amount", equalTo("50.00"));

        statement(partner, month)
                .then()
                .body("items.state", contains("final", "void"))
                .body("items.total.amount", contains("50.00", "0.00"));
        reRate(partner, month, true)
                .then()
                .body("closedUnder", equalTo("rules-2026b"))
                .body("differences", empty());
        ProblemAssert.problem(reRate(partner, month.plusMonths(1), true), 404, "not-found");
        ProblemAssert.problem(reRate(UUID.randomUUID(), month, true), 404, "not-found");
        ProblemAssert.problem(
                admin(partner)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/billing-periods/" + month + "/partners/" + partner + "/re-rating"),
                403,
                "role-required");
    }

    private static Response reRate(UUID partner, YearMonth month, boolean dryRun) {
        return operator()
                .contentType("application/json")
                .body("{\"dryRun\":" + dryRun + "}")
                .post("/v1/billing-periods/" + month + "/partners/" + partner + "/re-rating");
    }

    /** As the version before would have written it: a line of nothing for 0.00. */
    private void closedUnderTheRulesBefore(UUID partner, YearMonth month, Suite.Customer customer) {
        Suite.asWorker(() -> {
            var statement = UUID.randomUUID();
            database.sql(
                            """
                            insert into statement (partner_id, id, number, month, version, currency, total, credit,
                                line_count, content_hash, price_book_id, price_book_version, issued_at)
                            values (:partner, :id, :number, :month, 1, 'EUR', 0.00, 0, 1, 'sha256:00', :book, 1, :at)""")
                    .with("partner", partner)
                    .with("id", statement)
                    .with("number", "OLD-" + statement)
                    .with("month", month)
                    .with("book", "of-" + partner)
                    .with("at", TestClock.now())
                    .update();
            database.sql(
                            """
                            insert into statement_line (partner_id, statement_id, line, customer_id, customer_name, product,
                                actual, billable, count_method, as_of, band, unit_price, amount)
                            values (:partner, :statement, 0, :customer, :name, 'endpoint-advanced',
                                0, 0, 'peak', :month, '1+', 1.00, 0.00)""")
                    .with("partner", partner)
                    .with("statement", statement)
                    .with("customer", customer.id())
                    .with("name", customer.name())
                    .with("month", month)
                    .update();
            return database.sql(
                            """
                            insert into statement_input (partner_id, statement_id, month, records)
                            values (:partner, :statement, :month, 1)""")
                    .with("partner", partner)
                    .with("statement", statement)
                    .with("month", month)
                    .update();
        });
    }

    private static void assertNotHeld(Response job, UUID partner) {
        job.then().body("result.held.partnerId", not(hasItem(partner.toString())));
    }

    private static void priceBookOf(UUID partner, YearMonth from, String entry) {
        operator()
                .contentType("application/json")
                .body(
                        """
                        {"scope":"partner","partnerId":"%s","effectiveFrom":"%s","currency":"EUR","entries":[%s]}"""
                                .formatted(partner, from.atDay(1), entry))
                .put("/v1/price-books/of-" + partner)
                .then()
                .statusCode(200)
                .body("onProductChange", equalTo("each"));
    }

    private static void priceBook(UUID partner, YearMonth from, String... products) {
        var entries = Arrays.stream(products)
                .map(
                        """
                        {"product":"%s","model":"flat","bands":[{"upTo":null,"unitPrice":"1.00"}],"countMethod":"peak"}"""
                                ::formatted)
                .collect(Collectors.joining(","));
        operator()
                .contentType("application/json")
                .body(
                        """
                        {"scope":"partner","partnerId":"%s","effectiveFrom":"%s","currency":"EUR",
                         "proration":"full-month","entries":[%s]}"""
                                .formatted(partner, from.atDay(1), entries))
                .put("/v1/price-books/of-" + partner)
                .then()
                .statusCode(oneOf(200, 201));
    }

    @Test
    void aStatementIsNobodyElsesAndNeedsSightOfAllCustomers() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var other = suite.partner();
        var id = statement(partner, month).jsonPath().getString("items[0].id");

        ProblemAssert.problem(admin(other).get("/v1/statements/" + id), 404, "not-found");
        ProblemAssert.problem(
                as(Passports.partnerReadOnly(partner)).get("/v1/statements?month=" + month),
                403,
                "all-customers-required");
        ProblemAssert.problem(operator().get("/v1/statements"), 403, "role-required");
        ProblemAssert.problem(admin(partner).post("/v1/billing-periods/" + month + "/close"), 403, "role-required");
        ProblemAssert.problem(operator().get("/v1/jobs/billing-" + UUID.randomUUID()), 404, "not-found");
    }
}
