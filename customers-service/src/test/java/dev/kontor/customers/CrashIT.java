package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.Hold;
import dev.kontor.testkit.Hold.Outcome;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.PackagedService;
import dev.kontor.testkit.Passports;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of customers-service in the middle of what it does for one partner: as if it had not been. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PackagedService CUSTOMERS = new PackagedService(Map.of(), new KontorServers());

    private final String key = UUID.randomUUID().toString();
    private APartner nordwind;
    private UUID customer;

    /** Where it dies. */
    enum Step {
        CREATION_COMMITTED_BUT_NOT_ANSWERED("after insert on customer", "new", Outcome.COMMITTED),
        CONSENT_TOLD_BUT_STILL_IN_THE_OUTBOX(
                "before delete on outbox", "old.topic = 'kontor.consent.v1' and old", Outcome.ROLLED_BACK),
        ACCESS_NOTED_BUT_NOT_COMMITTED("after insert on access_log", "new", Outcome.ROLLED_BACK);

        private final String moment;
        private final String row;
        private final Outcome outcome;

        Step(String moment, String row, Outcome outcome) {
            this.moment = moment;
            this.row = row;
            this.outcome = outcome;
        }

        Hold hold(APartner partner) throws SQLException {
            var atCommit = outcome == Outcome.COMMITTED;
            var trigger = "create %s held_for_a_crash %s %s for each row when (%s.partner_id = '%s')"
                    .formatted(
                            atCommit ? "constraint trigger" : "trigger",
                            moment,
                            atCommit ? "deferrable initially deferred" : "",
                            row,
                            partner.id);
            return new Hold(CUSTOMERS.database(), trigger, outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyStepLosesNothingAndDoublesNothing(Step step) throws Exception {
        nordwind = APartner.in("msp-flex");
        try (var hold = step.hold(nordwind)) {
            var life = CompletableFuture.runAsync(this::aTrialIsCreatedAndItsConsentSwitchedOff);
            hold.awaitReached();
            CUSTOMERS.kill(hold::end);
            life.get(60, SECONDS);
        }
        withConsentOnItsAccountCanBeLaunched();
        itIsThereOnce();
        bothDecisionsAreInItsAccessLogOnce();
        everybodyWasTold();
    }

    private void aTrialIsCreatedAndItsConsentSwitchedOff() {
        customer = UUID.fromString(
                created().then().statusCode(201).extract().jsonPath().getString("id"));
        switched("off");
        decided("allowed", null);
        decided("refused", "partner-assistance-off");
    }

    private void withConsentOnItsAccountCanBeLaunched() {
        switched("on");
        as(nordwind.superAdmin())
                .post("/v1/customers/" + customer + "/launch")
                .then()
                .statusCode(201);
    }

    private void itIsThereOnce() {
        created()
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(customer.toString()));
        as(nordwind.superAdmin())
                .get("/v1/customers?count=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.id", contains(customer.toString()));
    }

    private void bothDecisionsAreInItsAccessLogOnce() {
        var log = "/v1/customers/" + customer + "/access-log";
        await().atMost(PATIENCE).untilAsserted(() -> as(nordwind.superAdmin())
                .get(log)
                .then()
                .statusCode(200)
                .body("items.reason", contains("partner-assistance-off", null)));
        as(Passports.customerAdmin(customer))
                .get(log + "/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("entries", equalTo(2));
    }

    private void everybodyWasTold() throws SQLException {
        await().atMost(PATIENCE).until(() -> untold() == 0);
        Facts.await("kontor.customers.v1", record -> record.key().equals("customer/" + customer));
        Facts.await(
                "kontor.consent.v1",
                record -> record.key().equals("consent/" + customer)
                        && JsonPath.from(record.value())
                                .getString("state.state")
                                .equals("on")
                        && JsonPath.from(record.value())
                                .getString("state.source")
                                .equals("customer-admin"));
    }

    private Response created() {
        return answered(() -> as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .body(nordwind.aTrial("Kern").toString())
                .post("/v1/customers"));
    }

    private void switched(String state) {
        answered(() -> APartner.switchAssistance(customer, state)).then().statusCode(200);
    }

    /** As the gateway tells it. */
    private void decided(String outcome, String reason) {
        var id = UUID.randomUUID();
        Contract.of("access.decided")
                .key(customer.toString())
                .with("state.id", id)
                .with("state.partnerId", nordwind.id)
                .with("state.customerId", customer)
                .with("state.outcome", outcome)
                .with("state.reason", reason)
                .with("state.at", "2026-11-01T08:00:0%dZ".formatted(reason == null ? 0 : 1))
                .send(id, nordwind.id);
    }

    /** As callers do: again, with the same key, after whatever broke off or was answered 503. */
    private static Response answered(Supplier<Response> call) {
        var answer = new AtomicReference<Response>();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            answer.set(call.get());
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }

    private static long untold() throws SQLException {
        try (var database = CUSTOMERS.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox where key not like 'heartbeat/%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
