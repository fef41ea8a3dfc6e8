package dev.kontor.customers.disconnects;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static dev.kontor.testkit.TestClock.inAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.ALicensing;
import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.customers.Vendor;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ending the relation with a customer (domain.md rules 7 and 8). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(value = ALicensing.class, scope = TestResourceScope.GLOBAL)
class DisconnectJourneyTest {

    private static final String CUSTOMERS = "kontor.customers.v1";

    @Inject
    DueDisconnects job;

    private APartner nordwind;
    private UUID kern;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
        kern = nordwind.trial("Kern");
    }

    @Test
    void aTrialIsDisconnectedAtOnceAndLeavesEveryList() {
        eligibility(kern)
                .then()
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("mode", equalTo("immediate"))
                .body("earliestDate", equalTo(today().toString()))
                .body("reasons", empty());

        disconnect(kern)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(kern.toString()))
                .body("mode", equalTo("immediate"))
                .body("scheduledFor", nullValue());

        problem(as(nordwind.superAdmin()).get("/v1/customers/" + kern), 404, "not-found");
        as(nordwind.superAdmin()).get("/v1/customers?count=true").then().body("total", equalTo(0));
        problem(as(nordwind.superAdmin()).post("/v1/customers/" + kern + "/launch"), 404, "not-found");
        problem(disconnect(kern), 404, "not-found");
    }

    @Test
    void leavingEndsConsentSessionsAndAssignmentsAndEveryServiceIsTold() {
        var code = as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/launch")
                .<String>path("launchUrl")
                .replaceAll(".*code=", "");
        var openCode = as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/launch")
                .<String>path("launchUrl")
                .replaceAll(".*code=", "");
        exchange(code).then().statusCode(201);

        disconnect(kern).then().statusCode(200);

        var left = told("customer/" + kern, "customer.disconnected");
        assertThat(Facts.header(left, "ce_partnerid")).isEqualTo(nordwind.id.toString());
        assertThat(json(left).getString("event.previousPartnerId")).isEqualTo(nordwind.id.toString());
        assertThat(json(left).getString("state.partnerId")).isEqualTo(Vendor.PARTNER_ID.toString());
        assertThat(json(left).getString("state.disconnectedAt"))
                .isEqualTo(json(left).getString("event.at"));
        told("assignment/" + nordwind.id + "/super-admin/" + kern, "assignment.removed");
        var consent = Facts.await(
                "kontor.consent.v1",
                r -> r.key().equals("consent/" + kern)
                        && json(r).getString("state.partnerId").equals(Vendor.PARTNER_ID.toString()));
        assertThat(json(consent).getString("state.state")).isEqualTo("off");
        Facts.await(
                "kontor.consent.v1",
                r -> r.key().startsWith("session/")
                        && r.value() != null
                        && r.value().contains(kern.toString()));
        as(Passports.customerAdmin(kern))
                .get("/v1/customers/" + kern + "/launch-sessions")
                .then()
                .body("items.running", contains(false));
        problem(exchange(openCode), 403, "partner-assistance-off");
    }

    @Test
    void anExternalIdIsFreeAgainAndTheNextPartnerNeverLearnsIt() {
        var first = nordwind.created(nordwind.aTrial("Weber").put("externalId", "W-1"));
        disconnect(first).then().statusCode(200);

        nordwind.created(nordwind.aTrial("Weber").put("externalId", "W-1"));
        assertThat(json(told("customer/" + first, "customer.disconnected")).getString("state.externalId"))
                .isNull();
    }

    @Test
    void anActiveTermLicenceRefusesWithTheDayFromWhichItWorks() {
        var ends = TestClock.now().plus(Duration.ofDays(100));
        ALicensing.says(kern, "term active " + ends);

        problem(disconnect(kern), 409, "active-license")
                .body(
                        "earliestDate",
                        equalTo(day(ends.plus(Duration.ofDays(60))).toString()));
        eligibility(kern).then().body("eligible", equalTo(false)).body("reasons", contains("active-license"));
        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern)
                .then()
                .body("actions.disconnect.allowed", equalTo(false))
                .body("actions.disconnect.reason", equalTo("active-license"));
    }

    @Test
    void aTermLicenceThatExpiredLessThan60DaysAgoRefusesAndLaterItGoes() {
        var ended = TestClock.now().minus(Duration.ofDays(59));
        ALicensing.says(kern, "term expired " + ended);

        problem(disconnect(kern), 409, "reactivation-window")
                .body(
                        "earliestDate",
                        equalTo(day(ended.plus(Duration.ofDays(60))).toString()));

        TestClock.moveTo(ended.plus(Duration.ofDays(60)).plusSeconds(1));
        disconnect(kern).then().statusCode(200);
    }

    @Test
    void revokedTermLicencesAndTrialsHoldNobody() {
        var later = TestClock.now().plus(Duration.ofDays(20));
        ALicensing.says(kern, "term revoked " + TestClock.now(), "trial trial " + later);

        disconnect(kern).then().statusCode(200);
    }

    @Test
    void whatAnEventSaysOfLicencesCountsInTheListsActions() {
        ALicensing.told(kern, "term active " + TestClock.now().plus(Duration.ofDays(9)))
                .send(nordwind.id);

        await().untilAsserted(() -> as(nordwind.superAdmin())
                .get("/v1/customers")
                .then()
                .body("items[0].actions.disconnect.reason", equalTo("active-license")));
    }

    @Test
    void whileLicensingIsAwayNobodyIsDisconnectedOnOldFacts() {
        ALicensing.isAway(kern);

        problem(disconnect(kern), 503, "service-unavailable");
        eligibility(kern).then().statusCode(200).body("eligible", equalTo(true));
    }

    @Test
    void aMonthlyAccountIsNeverDisconnectedAtOnceAndCanBeTakenBack() {
        var monthly = nordwind.created(nordwind.aMonthly("Lang"));
        var first = firstOfNextMonth();

        eligibility(monthly)
                .then()
                .body("eligible", equalTo(true))
                .body("mode", equalTo("scheduled"))
                .body("earliestDate", equalTo(day(first).toString()));
        disconnect(monthly)
                .then()
                .statusCode(202)
                .body("mode", equalTo("scheduled"))
                .body("scheduledFor", equalTo(inAnswers(first)))
                .body("disconnectedAt", nullValue());
        disconnect(monthly).then().statusCode(202).body("scheduledFor", equalTo(inAnswers(first)));
        as(nordwind.superAdmin())
                .get("/v1/customers/" + monthly)
                .then()
                .body("disconnect.scheduledFor", equalTo(inAnswers(first)));

        takeBack(monthly).then().statusCode(204);
        as(nordwind.superAdmin()).get("/v1/customers/" + monthly).then().body("disconnect", nullValue());
        problem(takeBack(monthly), 404, "not-found");
        assertThat(json(told("customer/" + monthly, "customer.disconnect-scheduled"))
                        .getString("event.scheduledFor"))
                .isEqualTo(first.toString());
        told("customer/" + monthly, "customer.disconnect-withdrawn");
    }

    @Test
    void aJumpOverTheFirstDisconnectsWithTheFirstAsEffectiveDate() {
        var monthly = nordwind.created(nordwind.aMonthly("Lang"));
        var stays = nordwind.created(nordwind.aMonthly("Bleibt"));
        var first = firstOfNextMonth();
        disconnect(monthly).then().statusCode(202);

        TestClock.moveTo(first.plus(Duration.ofDays(9)));

        await().untilAsserted(
                        () -> problem(as(nordwind.superAdmin()).get("/v1/customers/" + monthly), 404, "not-found"));
        var left = json(told("customer/" + monthly, "customer.disconnected"));
        assertThat(left.getString("state.disconnectedAt")).isEqualTo(first.toString());
        assertThat(left.getString("state.updatedAt")).isEqualTo(first.toString());
        assertThat(left.getString("state.accountType")).isEqualTo("trial");
        assertThat(left.getString("event.by")).isEqualTo("super-admin");
        as(nordwind.superAdmin()).get("/v1/customers/" + stays).then().statusCode(200);
    }

    @Test
    void ofTwoReplicasEachCustomerIsDisconnectedOnceAndOneThatFailsHoldsUpNoOther() throws Exception {
        var due = new ArrayList<UUID>();
        for (var name : List.of("Eins", "Zwei", "Drei", "Vier", "Fünf")) {
            due.add(nordwind.created(nordwind.aMonthly(name)));
        }
        due.forEach(customer -> disconnect(customer).then().statusCode(202));
        // A managed order can't leave: something that should never happen fails each time it is tried.
        OwnDatabase.change("update customer set managed = true where id = ?", due.get(0));
        OwnDatabase.change(
                "update disconnect_schedule set effective_at = '2026-11-01T00:00:00Z' where partner_id = ?",
                nordwind.id);
        var pool = Executors.newFixedThreadPool(2);
        try {
            pool.invokeAll(List.of(Executors.callable(job::run), Executors.callable(job::run)));
        } finally {
            pool.shutdownNow();
        }

        as(nordwind.superAdmin())
                .get("/v1/customers?accountType=monthly")
                .then()
                .body("items.id", contains(due.get(0).toString()));
        for (var gone : due.subList(1, due.size())) {
            told("customer/" + gone, "customer.disconnected");
            assertThat(OwnDatabase.read("select version from customer where id = ?", gone))
                    .containsExactly("2");
        }
        OwnDatabase.change("delete from disconnect_schedule where customer_id = ?", due.get(0));
    }

    @Test
    void aConversionVoidsAScheduleForGood() {
        var converted = nordwind.created(nordwind.aMonthly("Bleibt"));
        var leaves = nordwind.created(nordwind.aMonthly("Geht"));
        var first = firstOfNextMonth();
        disconnect(converted).then().statusCode(202);
        disconnect(leaves).then().statusCode(202);

        billedAs("term", 1, converted);

        as(nordwind.superAdmin()).get("/v1/customers/" + converted).then().body("disconnect", nullValue());
        problem(takeBack(converted), 404, "not-found");
        var withdrawn = json(told("customer/" + converted, "customer.disconnect-withdrawn"));
        assertThat(withdrawn.getString("event.scheduledFor")).isEqualTo(first.toString());
        assertThat(withdrawn.getString("event.by")).isEqualTo("bea");
        assertThat(withdrawn.getString("state.accountType")).isEqualTo("term");

        billedAs("monthly", 2, converted);

        as(nordwind.superAdmin()).get("/v1/customers/" + converted).then().body("disconnect", nullValue());
        as(nordwind.superAdmin())
                .get("/v1/customers?sort=displayName")
                .then()
                .body("items[0].disconnect", nullValue())
                .body("items[1].disconnect.scheduledFor", equalTo(inAnswers(first)));
        TestClock.moveTo(first.plusSeconds(1));
        await().untilAsserted(
                        () -> problem(as(nordwind.superAdmin()).get("/v1/customers/" + leaves), 404, "not-found"));
        as(nordwind.superAdmin()).get("/v1/customers/" + converted).then().statusCode(200);
    }

    @Test
    void aConversionAndBackThatIsHeardOfOnlyAtItsEndVoidsAScheduleToo() {
        var monthly = nordwind.created(nordwind.aMonthly("Lang"));
        disconnect(monthly).then().statusCode(202);

        billedAs("monthly", 2, monthly);

        as(nordwind.superAdmin()).get("/v1/customers/" + monthly).then().body("disconnect", nullValue());
        told("customer/" + monthly, "customer.disconnect-withdrawn");
    }

    @Test
    void anAccountThatIsNoLongerMonthlyOnTheFirstStays() throws SQLException {
        var converted = nordwind.created(nordwind.aMonthly("Lang"));
        disconnect(converted).then().statusCode(202);
        OwnDatabase.change("update customer set account_type = 'term' where id = ?", converted);

        TestClock.moveTo(firstOfNextMonth().plusSeconds(1));

        await().untilAsserted(() -> assertThat(
                        OwnDatabase.read("select 1 from disconnect_schedule where customer_id = ?", converted))
                .isEmpty());
        as(nordwind.superAdmin()).get("/v1/customers/" + converted).then().statusCode(200);
    }

    @Test
    void monthlyNeedsMspFlex() {
        var monthly = nordwind.created(nordwind.aMonthly("Lang"));

        problem(as(nordwind.superAdminIn("msp-flex-connect")).post(path(monthly)), 403, "program-required")
                .body("program", equalTo("msp-flex"));
        as(nordwind.superAdminIn())
                .get(path(monthly) + "-eligibility")
                .then()
                .body("reasons", contains("program-required"));
    }

    @Test
    void aManagedOrderIsReadOnly() throws SQLException {
        OwnDatabase.change("update customer set managed = true, account_type = 'managed-order' where id = ?", kern);

        problem(disconnect(kern), 409, "managed-order-read-only");
        eligibility(kern)
                .then()
                .body("reasons", contains("managed-order-read-only"))
                .body("earliestDate", nullValue());
        problem(as(nordwind.superAdminIn("msp-flex")).post(path(kern)), 404, "not-found");
    }

    @Test
    void onlyWhoMayDisconnectAndOnlyItsOwnCustomers() {
        var others = APartner.in("msp-flex");

        problem(as(nordwind.readOnly("rosa")).post(path(kern)), 403, "role-required");
        problem(as(others.superAdmin()).post(path(kern)), 404, "not-found");
        problem(as(others.superAdmin()).get(path(kern) + "-eligibility"), 404, "not-found");
        problem(as(others.superAdmin()).delete(path(kern)), 404, "not-found");
        problem(as(nordwind.superAdmin()).post(path(UUID.randomUUID())), 404, "not-found");
        problem(as(nordwind.superAdmin()).post("/v1/customers/nonsense/disconnect"), 404, "not-found");
    }

    @Test
    void ofTwoAtOnceOneDisconnects() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> one = () -> disconnect(kern).statusCode();
            var answers = pool.invokeAll(Stream.of(one, one).toList());

            assertThat(Stream.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 404);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheSameAnswerAlthoughTheCustomerIsGone() {
        var first = as(nordwind.superAdmin()).header("Idempotency-Key", "d-1").post(path(kern));
        var again = as(nordwind.superAdmin()).header("Idempotency-Key", "d-1").post(path(kern));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void aRepeatIsTheSameRequestWhateverProgramsTheTokenNamesByThen() {
        var monthly = nordwind.created(nordwind.aMonthly("Lang"));
        as(nordwind.superAdmin())
                .header("Idempotency-Key", "d-2")
                .post(path(monthly))
                .then()
                .statusCode(202);

        as(nordwind.superAdminIn("msp-flex"))
                .header("Idempotency-Key", "d-2")
                .post(path(monthly))
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true");
    }

    private Response disconnect(UUID customer) {
        return as(nordwind.superAdmin()).post(path(customer));
    }

    private Response takeBack(UUID customer) {
        return as(nordwind.superAdmin()).delete(path(customer));
    }

    private Response eligibility(UUID customer) {
        return as(nordwind.superAdmin()).get(path(customer) + "-eligibility");
    }

    /** As licensing-service tells it. */
    private void billedAs(String accountType, int version, UUID customer) {
        as(Passports.internal("licensing", "customers"))
                .body(Map.of("accountType", accountType, "version", version, "by", "bea"))
                .put("/internal/customers/" + customer + "/account-type")
                .then()
                .statusCode(200);
    }

    private static Response exchange(String code) {
        return as(Passports.anonymous()).body(Map.of("code", code)).post("/v1/launch-sessions");
    }

    private static String path(UUID customer) {
        return "/v1/customers/" + customer + "/disconnect";
    }

    private static ConsumerRecord<String, String> told(String key, String type) {
        return Facts.await(CUSTOMERS, r -> r.key().equals(key) && type.equals(Facts.header(r, "ce_type")));
    }

    private static JsonPath json(ConsumerRecord<String, String> record) {
        return new JsonPath(record.value());
    }

    private static LocalDate today() {
        return day(TestClock.now());
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant firstOfNextMonth() {
        return today().withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
