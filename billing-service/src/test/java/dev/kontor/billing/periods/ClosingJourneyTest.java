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
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
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
        job.then().body("id", startsWith("billing-")).body("result.held", empty());
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
                .contains("\"amount\":\"22.40\"");
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
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);

        TestClock.moveTo(Suite.at(month.plusMonths(3).atDay(5)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> admin(partner)
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
                        level(bakery, "endpoint-advanced", month.atDay(21), "10"))
                .then()
                .body("stored", equalTo(2));

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
        finished(job.jsonPath().getString("id")).then().body("result.held", empty());
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
        finished(job.jsonPath().getString("id")).then().body("result.held", empty());
        statement(partner, next)
                .then()
                .body("items[0].state", equalTo("final"))
                .body("items[0].lines.find { it.correctsMonth }.billableQuantity", equalTo("4990"));
        end(next.plusMonths(1));
        close(next.plusMonths(1)).then().body("result.held", empty());
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
        finished(job.jsonPath().getString("id")).then().body("result.held", empty());
        statement(partner, month).then().body("items[0].total.amount", equalTo("3.00"));
        statement(partner, next).then().body("items[0].state", equalTo("final"));
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
