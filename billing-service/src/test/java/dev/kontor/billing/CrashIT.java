package dev.kontor.billing;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kontor.billing.Suite.Customer;
import dev.kontor.billing.Suite.Level;
import dev.kontor.testkit.Hold;
import dev.kontor.testkit.Hold.Outcome;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.PackagedService;
import dev.kontor.testkit.TestClock;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of billing exactly at each step of taking usage in and of closing: as if it had not been. Each step hits
 * another month of one partner, which so has the months before behind it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    private static final String PRODUCT = "endpoint-advanced";
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A claim of the one that died is waited for no longer than this. */
    private static final String LEASE = "PT2S";

    @RegisterExtension
    static final PackagedService BILLING = new PackagedService(
            Map.of("kontor.billing.closing.lease", LEASE, "quarkus.flyway.placeholders.issuer", "example"),
            new KontorServers(),
            new Neighbours());

    private final Customer customer = new Customer(UUID.randomUUID(), UUID.randomUUID(), "Bäckerei Sommer");
    private YearMonth month;
    private BigDecimal peak;

    /** Where billing dies. */
    enum Step {
        INTAKE_BEFORE_A_RECORD_IS_WRITTEN("before insert on usage_record", "new", Outcome.ROLLED_BACK),
        INTAKE_RECORDS_WRITTEN_BUT_NOT_COMMITTED("after insert on usage_record", "new", Outcome.ROLLED_BACK),
        INTAKE_COMMITTED_BUT_NOT_ANSWERED("after insert on usage_record", "new", Outcome.COMMITTED),
        CLOSING_PARTNERS_NOTED_BUT_NOT_COMMITTED("after insert on job_item", "new", Outcome.ROLLED_BACK),
        CLOSING_PARTNER_CLAIMED("after update on job_item", "new.state = 'claimed' and new", Outcome.ROLLED_BACK),
        CLOSING_NUMBER_TAKEN("before insert on statement", "new", Outcome.ROLLED_BACK),
        CLOSING_LINES_WRITTEN_BUT_NOT_COMMITTED("after insert on statement_line", "new", Outcome.ROLLED_BACK),
        CLOSING_INVOICE_NUMBER_TAKEN("before insert on invoice", "new", Outcome.ROLLED_BACK),
        CLOSING_INVOICE_WRITTEN_BUT_NOT_COMMITTED("after insert on invoice", "new", Outcome.ROLLED_BACK),
        CLOSING_INVOICE_COMMITTED("after insert on invoice", "new", Outcome.COMMITTED),
        CLOSING_STATEMENT_COMMITTED("after insert on statement", "new", Outcome.COMMITTED),
        CLOSING_TOLD_BUT_STILL_IN_THE_OUTBOX("before delete on outbox", "old", Outcome.ROLLED_BACK);

        private final String moment;
        private final String row;
        private final Outcome outcome;

        Step(String moment, String row, Outcome outcome) {
            this.moment = moment;
            this.row = row;
            this.outcome = outcome;
        }

        boolean isOfIntake() {
            return name().startsWith("INTAKE");
        }

        Hold hold(UUID partnerId) throws SQLException {
            var atCommit = outcome == Outcome.COMMITTED;
            var trigger = "create %s held_for_a_crash %s %s for each row when (%s.partner_id = '%s')"
                    .formatted(
                            atCommit ? "constraint trigger" : "trigger",
                            moment,
                            atCommit ? "deferrable initially deferred" : "",
                            row,
                            partnerId);
            return new Hold(BILLING.database(), trigger, outcome);
        }
    }

    @BeforeAll
    void aPartnerBillsOneCustomer() {
        var since = TestClock.now();
        var id = customer.id();
        var partner = customer.partnerId();
        Suite.product(PRODUCT).send(null);
        Suite.partner("partner.created", partner, "Nordwind IT", 1).send(partner);
        Suite.customer("customer.created", id, partner, "monthly", since).send(partner);
        Suite.licenses(id, partner, "monthly", PRODUCT, since).send(partner);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from product, partner, customer_relation, license") == 1);
        admin(partner)
                .contentType("application/json")
                .body("{\"legalName\":\"Nordwind\",\"address\":{\"lines\":[\"Hafen 2\"],\"countryCode\":\"DE\"}}")
                .put("/v1/partner/invoicing")
                .then()
                .statusCode(200);
    }

    /** Of each kind of harm one; {@code -Dkontor.crashes=all} dies at every step. */
    private static Set<Step> steps() {
        return System.getProperty("kontor.crashes", "").equals("all")
                ? EnumSet.allOf(Step.class)
                : EnumSet.of(
                        Step.INTAKE_COMMITTED_BUT_NOT_ANSWERED,
                        Step.CLOSING_LINES_WRITTEN_BUT_NOT_COMMITTED,
                        Step.CLOSING_INVOICE_NUMBER_TAKEN,
                        Step.CLOSING_STATEMENT_COMMITTED);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aCrashAtAnyStepLosesNothingAndDoublesNothing(Step step) throws Exception {
        try (var hold = step.hold(customer.partnerId())) {
            if (step.isOfIntake()) {
                // The sender that is cut off sends the same again.
                var sender = CompletableFuture.runAsync(this::aMonthOfUsageIsPostedTwiceAndCountsOnce);
                crash(hold);
                sender.get(60, SECONDS);
                theClockMovesPastTheGrace();
            } else {
                aMonthOfUsageIsPostedTwiceAndCountsOnce();
                theClockMovesPastTheGrace();
                crash(hold);
            }
        }
        Suite.close(month)
                .then()
                .body("result.held.partnerId", not(hasItem(customer.partnerId().toString())));
        oneStatement();
        oneInvoice();
        theInvariantsHold();
        await().atMost(PATIENCE).until(() -> count("select count(*) from outbox") == 0);
    }

    private static void crash(Hold hold) {
        hold.awaitReached();
        BILLING.kill(hold::end);
    }

    private void aMonthOfUsageIsPostedTwiceAndCountsOnce() {
        var created = TestClock.now();
        month = Suite.month(created);
        var lastEvening = month.atEndOfMonth().atTime(21, 0).toInstant(ZoneOffset.UTC);
        if (lastEvening.isAfter(created)) {
            TestClock.moveTo(lastEvening);
        }
        var levels = usage(created);

        var first = posted(levels).then().statusCode(200).extract().jsonPath();
        assertThat(first.getInt("stored") + first.getInt("duplicate"))
                .as("a call that was cut off and sent again is counted as duplicate")
                .isEqualTo(levels.length);
        posted(levels)
                .then()
                .statusCode(200)
                .body("duplicate", equalTo(levels.length))
                .body("stored", equalTo(0));
    }

    private void theClockMovesPastTheGrace() {
        TestClock.moveTo(month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(GRACE)
                .plus(Duration.ofMinutes(1)));
    }

    private void oneStatement() {
        var listed = statement(customer.partnerId(), month)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        var statement = admin(customer.partnerId())
                .get("/v1/statements/" + listed.getString("items[0].id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("final"))
                .body("month", equalTo(month.toString()))
                .body("lines", hasSize(1))
                .body("lines[0].customerId", equalTo(customer.id().toString()))
                .extract()
                .jsonPath();
        assertThat(new BigDecimal(statement.getString("lines[0].actualQuantity")))
                .isEqualByComparingTo(peak);
        assertThat(new BigDecimal(statement.getString("total.amount")))
                .isPositive()
                .isEqualByComparingTo(previewOfTheSame(statement.getString("priceBook.id")));
    }

    private void oneInvoice() {
        admin(customer.partnerId())
                .get("/v1/invoices?month=" + month)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("invoice"));
    }

    private BigDecimal previewOfTheSame(String priceBook) {
        var body = Map.of(
                "priceBookId",
                priceBook,
                "month",
                month.toString(),
                "quantities",
                List.of(Map.of("customerId", customer.id(), "product", PRODUCT, "quantity", peak)));
        return new BigDecimal(admin(customer.partnerId())
                .contentType("application/json")
                .body(body)
                .post("/v1/rating-previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("total.amount"));
    }

    private void theInvariantsHold() {
        operator()
                .get("/v1/billing-invariants?month=" + month)
                .then()
                .statusCode(200)
                .body("invariants.findAll { !it.holds }", empty())
                .body("holds", equalTo(true));
    }

    /** A level a day, rising and falling; its highest is what a peak count bills. */
    private Level[] usage(Instant from) {
        var levels = new ArrayList<Level>();
        peak = BigDecimal.ZERO;
        for (var day = from.atZone(ZoneOffset.UTC).toLocalDate();
                !day.isAfter(month.atEndOfMonth());
                day = day.plusDays(1)) {
            var quantity = BigDecimal.valueOf(20 + (day.getDayOfMonth() * 7) % 13);
            var at = day.atTime(20, 30).toInstant(ZoneOffset.UTC);
            peak = peak.max(quantity);
            levels.add(new Level(
                    "use-" + day,
                    customer.id(),
                    PRODUCT,
                    at.isBefore(from) ? from.plusSeconds(1) : at,
                    quantity.toString()));
        }
        return levels.toArray(Level[]::new);
    }

    /** As senders do: again, with the same records, after whatever broke off or was answered 503. */
    private static Response posted(Level... levels) {
        var answer = new AtomicReference<Response>();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            answer.set(report(levels));
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }

    private static long count(String sql) throws SQLException {
        try (var database = BILLING.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
