package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static dev.kontor.e2e.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One monthly customer's month, from its usage to its statement; each step leaves what the next one needs. */
final class BilledMonth {

    private static final Duration GRACE = Duration.ofDays(3);

    private final Suite suite;
    private final Caller operator;
    private final Caller reporter;
    private final Caller admin;
    private final Caller stranger;
    private final String partnerId;
    private final String customerId;

    private YearMonth month;
    private BigDecimal peak;
    private String statementId;

    BilledMonth(
            Suite suite,
            Caller operator,
            Caller reporter,
            Caller admin,
            Caller stranger,
            String partnerId,
            String customerId) {
        this.suite = suite;
        this.operator = operator;
        this.reporter = reporter;
        this.admin = admin;
        this.stranger = stranger;
        this.partnerId = partnerId;
        this.customerId = customerId;
    }

    void aMonthOfUsageIsPostedTwiceAndCountsOnce() {
        var created = suite.now();
        month = YearMonth.from(created.atZone(ZoneOffset.UTC));
        var lastEvening = month.atEndOfMonth().atTime(21, 0).toInstant(ZoneOffset.UTC);
        if (lastEvening.isAfter(created)) {
            suite.moveClockTo(lastEvening);
        }
        var records = usage(created);

        var first = answered(reporter.post("/v1/usage-records", records), 200).jsonPath();
        assertThat(first.getInt("stored") + first.getInt("duplicate"))
                .as("a call that was cut off and sent again is counted as duplicate")
                .isEqualTo(records.size());
        var second = answered(reporter.post("/v1/usage-records", records), 200).jsonPath();
        assertThat(second.getInt("duplicate")).isEqualTo(records.size());
        assertThat(second.getInt("stored")).isZero();
    }

    void aMonthThatIsNotOverIsNotClosed() {
        refused(operator.post("/v1/billing-periods/" + month + "/close", null), 409, "period-not-over");
    }

    void theMonthIsClosedTwiceAndGivesOneStatement() {
        theClockMovesPastTheGrace();
        var job = close();
        finished(job);
        finished(close());
        oneStatement();
    }

    void theClockMovesPastTheGrace() {
        suite.moveClockTo(month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(GRACE)
                .plus(Duration.ofMinutes(1)));
    }

    String close() {
        var answer = operator.post("/v1/billing-periods/" + month + "/close", null);
        // 202 for a job that begins, 200 with the finished one where the month closed by itself meanwhile.
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 202);
        return answer.jsonPath().getString("id");
    }

    void finished(String job) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var state = answered(operator.get("/v1/jobs/" + job), 200).jsonPath();
            assertThat(state.getString("state")).isEqualTo("succeeded");
            assertThat(state.getList("result.held.partnerId", String.class)).doesNotContain(partnerId);
        });
    }

    void oneStatement() {
        var listed = answered(admin.get("/v1/statements?month=" + month), 200).jsonPath();
        assertThat(listed.getList("items")).hasSize(1);
        statementId = listed.getString("items[0].id");

        var statement =
                answered(admin.get("/v1/statements/" + statementId), 200).jsonPath();
        assertThat(statement.getString("state")).isEqualTo("final");
        assertThat(statement.getString("month")).isEqualTo(month.toString());
        assertThat(statement.getList("lines")).hasSize(1);
        assertThat(statement.getString("lines[0].customerId")).isEqualTo(customerId);
        assertThat(new BigDecimal(statement.getString("lines[0].actualQuantity")))
                .isEqualByComparingTo(peak);
        assertThat(new BigDecimal(statement.getString("total.amount")))
                .isPositive()
                .isEqualByComparingTo(new BigDecimal(
                        previewOfTheSame(statement.getString("priceBook.id")).getString("total.amount")));
    }

    void theInvariantsHold() {
        var checked = answered(operator.get("/v1/billing-invariants?month=" + month), 200)
                .jsonPath();
        assertThat(checked.getList("invariants.findAll { !it.holds }")).isEmpty();
        assertThat(checked.getBoolean("holds")).isTrue();
    }

    private JsonPath previewOfTheSame(String priceBook) {
        var quantities =
                List.of(Map.of("customerId", customerId, "product", Situation.MONTHLY_PRODUCT, "quantity", peak));
        return answered(
                        admin.post(
                                "/v1/rating-previews",
                                Map.of("priceBookId", priceBook, "month", month.toString(), "quantities", quantities)),
                        200)
                .jsonPath();
    }

    void theStatementCanBePrinted() {
        var json = admin.get("/v1/statements/" + statementId).jsonPath();
        var printed = answered(admin.get("/v1/statements/" + statementId, "application/pdf"), 200);
        var pdf = Pdf.of(printed.asByteArray());
        assertThat(pdf.text())
                .contains(json.getString("number"))
                .contains("Spedition Weiß")
                .contains(json.getString("total.amount").replace('.', ','));
        refused(stranger.get("/v1/statements/" + statementId), 404, "not-found");
        refused(stranger.get("/v1/statements/" + statementId, "application/pdf"), 404, "not-found");
    }

    /** A level a day, rising and falling; its highest is what a peak count bills. */
    private List<Map<String, Object>> usage(Instant from) {
        var first = from.atZone(ZoneOffset.UTC).toLocalDate();
        var records = new ArrayList<Map<String, Object>>();
        peak = BigDecimal.ZERO;
        for (var day = first; !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            var level = BigDecimal.valueOf(20 + (day.getDayOfMonth() * 7) % 13);
            var at = day.atTime(20, 30).toInstant(ZoneOffset.UTC);
            if (at.isBefore(from)) {
                at = from.plusSeconds(1);
            }
            peak = peak.max(level);
            records.add(Map.of(
                    "eventId",
                    "use-" + customerId + "-" + day,
                    "customerId",
                    customerId,
                    "product",
                    Situation.MONTHLY_PRODUCT,
                    "observedAt",
                    at.toString(),
                    "quantity",
                    level));
        }
        return records;
    }
}
