package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.TestClock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inside a customer's account: only with consent, never without a record. */
@GatewayTest
class CustomerPlaneJourneyTest {

    /** Three seconds without news make memory old (architecture decision 5), and one more to ask. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(4);

    private final UUID partner = Ids.next();
    private final UUID customer = Ids.next();
    private final String dashboards = "/v1/customers/" + customer + "/dashboards";

    @BeforeEach
    void theGatewayIsReady() {
        Stub.partner(partner, "msp-flex");
        Stub.heart(true);
    }

    @AfterEach
    void theHeartBeats() {
        Stub.brokerIsBack();
        Stub.heart(true);
    }

    private RequestSpecification as(String role) {
        return with(Cast.partner(role, partner));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** The owner decides so, and tells it. */
    private void consent(String onOff, int version) {
        Stub.customer(customer, partner, onOff, version, false);
        tell(onOff, version);
    }

    private void tell(String onOff, int version) {
        Stub.consent(customer, partner, onOff, version).send(partner);
    }

    private String runningSession() {
        var sid = "s-" + customer;
        Stub.internal("/internal/launch-sessions/" + sid, 200, Map.of("sid", sid, "ended", false));
        return sid;
    }

    private int questions() {
        return Stub.seen("/internal/customers/" + customer).size();
    }

    /** Until memory alone says yes. */
    private void awaitHeard() {
        await().until(() -> {
            int before = questions();
            return as("partner-super-admin").get(dashboards).statusCode() == 200 && questions() == before;
        });
    }

    private JsonPath record(String outcome, String reason) {
        return JsonPath.from(Facts.await("kontor.access.v1", record -> {
                            var value = JsonPath.from(record.value()).setRootPath("state");
                            return customer.toString().equals(record.key())
                                    && outcome.equals(value.getString("outcome"))
                                    && (reason == null || reason.equals(value.getString("reason")));
                        })
                        .value())
                .setRootPath("state");
    }

    @Test
    void whatWasDecidedIsToldAsItsReadersKnowIt() {
        consent("off", 1);
        problem(as("partner-super-admin").get(dashboards), 403, "partner-assistance-off");
        var told = Facts.await("kontor.access.v1", record -> record.key().equals(customer.toString()));
        var state = Contract.read(told).required("state");

        Contract.of("access.decided")
                .with("state.subject", state.get("subject"))
                .with("state.traceId", state.get("traceId"))
                .assertTold(told);
    }

    /** As signatures and roots have it: else an entry that came later would stand before (architecture decision 11). */
    @Test
    void anEntryHasRealTimeWhateverBusinessTimeIs() {
        consent("off", 1);
        TestClock.advance(Duration.ofHours(2));
        var before = Clock.systemUTC().instant();
        problem(as("partner-super-admin").get(dashboards), 403, "partner-assistance-off");

        assertThat(Instant.parse(record("refused", "partner-assistance-off").getString("at")))
                .isBetween(before, Clock.systemUTC().instant());
    }

    @Test
    void withConsentTheCallGoesOnAndIsRecorded() {
        consent("on", 1);
        awaitHeard();
        var record = record("allowed", null);
        assertThat(record.getString("partnerId")).isEqualTo(partner.toString());
        assertThat(record.getString("customerId")).isEqualTo(customer.toString());
        assertThat(record.getString("subject")).isEqualTo("partner-super-admin@msp.example");
        assertThat(record.getString("role")).isEqualTo("partner-super-admin");
        assertThat(record.getString("action")).isEqualTo("GET /v1/customers/{customerId}/dashboards");
        assertThat(record.getString("path")).isEqualTo(dashboards);
        assertThat(record.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(record.getString("at")).endsWith("Z");
    }

    @Test
    void withoutConsentItDoesNotAndThatIsRecorded() {
        consent("off", 1);
        problem(as("partner-super-admin").get(dashboards), 403, "partner-assistance-off")
                .body("grant", equalTo(Stub.grant(customer).toString()))
                .body("request", equalTo("POST /v1/customers/" + customer + "/partner-assistance/requests"));
        record("refused", "partner-assistance-off");
        assertThat(Stub.seen(dashboards)).isEmpty();
        as("partner-super-admin")
                .get("/v1/customers/" + customer + "/contact")
                .then()
                .statusCode(200);
    }

    @Test
    void aSwitchReachesTheGatewayByItself() {
        consent("on", 1);
        awaitHeard();
        consent("off", 2);
        await().until(() -> as("partner-super-admin").get(dashboards).statusCode() == 403);
        tell("on", 1);
        problem(as("partner-super-admin").get(dashboards), 403, "partner-assistance-off");
    }

    @Test
    void anothersCustomerAndNoCustomerAreTheSame() {
        Stub.customer(customer, Ids.next(), "on", 1, false);
        problem(as("partner-super-admin").get(dashboards), 404, "not-found");
        problem(as("partner-super-admin").get("/v1/customers/" + Ids.next() + "/dashboards"), 404, "not-found");
        problem(as("partner-super-admin").get("/v1/customers/1-1-1-1-1/dashboards"), 404, "not-found");
    }

    @Test
    void aCustomerNotSeenIsNotFoundBeforeConsentIsSpokenOf() {
        consent("off", 1);
        problem(as("partner-admin").get(dashboards), 404, "not-found");
        record("refused", "not-found");
        Stub.customer(customer, partner, "off", 1, true);
        problem(as("partner-admin").get(dashboards), 403, "partner-assistance-off");
    }

    @Test
    void aMissingRoleComesFirstAndIsRecorded() {
        consent("off", 1);
        problem(
                as("partner-read-only")
                        .contentType("application/json")
                        .body("{}")
                        .post(dashboards),
                403,
                "role-required");
        record("refused", "role-required");
    }

    @Test
    void whatWasSwitchedOffHereIsOffForTheNextCall() {
        consent("on", 1);
        awaitHeard();
        Stub.customer(customer, partner, "off", 2, false);
        with(Cast.customerAdmin(customer))
                .contentType("application/json")
                .body("{\"state\":\"off\"}")
                .put("/v1/customers/" + customer + "/partner-assistance")
                .then()
                .statusCode(200);
        problem(as("partner-super-admin").get(dashboards), 403, "partner-assistance-off");
    }

    @Test
    void anOldMemoryAsksTheOwnerAndSilenceIsANo() {
        consent("on", 1);
        awaitHeard();
        Stub.heart(false);
        Stub.customer(customer, partner, "off", 2, false);
        await().atMost(FOUND_WITHIN)
                .until(() -> as("partner-super-admin").get(dashboards).statusCode() == 403);
        Stub.internal("/internal/customers/" + customer, 500, null);
        problem(as("partner-super-admin").get(dashboards), 503, "service-unavailable")
                .header("Retry-After", "1");
    }

    @Test
    void oneSilentPartitionMakesAllOfMemoryOld() {
        consent("on", 1);
        awaitHeard();
        Stub.silence(1);
        Stub.customer(customer, partner, "off", 2, false);
        await().atMost(FOUND_WITHIN)
                .until(() -> as("partner-super-admin").get(dashboards).statusCode() == 403);
    }

    @Test
    void whatAStuckRelayTellsLateIsNoNews() {
        consent("on", 1);
        awaitHeard();
        Stub.heartIsStuck();
        Stub.customer(customer, partner, "off", 2, false);
        await().atMost(FOUND_WITHIN)
                .until(() -> as("partner-super-admin").get(dashboards).statusCode() == 403);
    }

    @Test
    void withoutABrokerNobodyComesInUnrecordedAndEverythingElseGoesOn() {
        consent("on", 1);
        awaitHeard();
        int cameIn = Stub.seen(dashboards).size();
        Stub.brokerIsLost();
        problem(as("partner-super-admin").get(dashboards), 503, "service-unavailable")
                .header("Retry-After", "1");
        Stub.customer(customer, partner, "off", 2, false);
        problem(as("partner-super-admin").get(dashboards), 503, "service-unavailable");
        assertThat(Stub.seen(dashboards)).hasSize(cameIn);
        as("partner-super-admin")
                .get("/v1/customers/" + customer + "/contact")
                .then()
                .statusCode(200);
        with(Cast.customerAdmin(customer)).get(dashboards).then().statusCode(200);

        Stub.brokerIsBack();
        tell("off", 2);
        await().until(() -> as("partner-super-admin").get(dashboards).statusCode() == 403);
    }

    @Test
    void customersAdministratorsStayAtHomeAndNeedNoConsent() {
        consent("off", 1);
        with(Cast.customerAdmin(customer)).get(dashboards).then().statusCode(200);
        problem(with(Cast.customerAdmin(Ids.next())).get(dashboards), 404, "not-found");
        problem(
                with(Cast.customerAdmin(Ids.next())).get("/v1/customers/" + customer + "/partner-assistance"),
                404,
                "not-found");
    }

    @Test
    void aLaunchedSessionMayNoMoreThanWhoLaunchedIt() {
        var session = Cast.launched(
                "partner-super-admin",
                partner,
                customer,
                runningSession(),
                Set.of("customers:launch", "customers:read"));
        consent("on", 1);
        with(session).get("/v1/customers/" + customer).then().statusCode(200);
        with(session).get("/v1/whoami").then().body("permissions", contains("customers:read"));
        problem(with(session).post("/v1/customers/" + customer + "/disconnect"), 403, "scope-required");
        problem(with(session).get(dashboards), 403, "scope-required");
    }

    @Test
    void aLaunchedSessionLivesInOneAccountWhileConsentLasts() {
        var session = Cast.launched("partner-admin", partner, customer, runningSession());
        Stub.customer(customer, partner, "on", 1, true);
        tell("on", 1);
        with(session).get(dashboards).then().statusCode(200);
        with(session)
                .get("/v1/whoami")
                .then()
                .body("kind", equalTo("launched"))
                .body("actor", equalTo("partner-admin@msp.example"));
        problem(with(session).get("/v1/customers/" + Ids.next() + "/dashboards"), 404, "not-found");
        problem(with(session).get("/v1/customers"), 403, "role-required");
        problem(with(session).post("/v1/customers/" + customer + "/launch"), 403, "role-required");
        Stub.customer(customer, partner, "off", 2, true);
        tell("off", 2);
        await().until(() -> with(session).get(dashboards).statusCode() == 403);
        problem(with(session).get("/v1/customers/" + customer + "/contact"), 403, "partner-assistance-off");
        problem(with(session).get("/v1/whoami"), 403, "partner-assistance-off");
    }

    @Test
    void anEndedSessionIsNoLongerAnybody() {
        var sid = runningSession();
        var session = Cast.launched("partner-super-admin", partner, customer, sid);
        consent("on", 1);
        with(session).get(dashboards).then().statusCode(200);
        Contract.of("launch-session.ended")
                .key("session/" + sid)
                .with("state.sid", sid)
                .with("state.customerId", customer)
                .send(partner);
        await().until(() -> with(session).get(dashboards).statusCode() == 401);
        problem(with(session).get(dashboards), 401, "unauthenticated");
    }

    @Test
    void aSessionThatEndedWithItsConsentHearsSoAndThatIsRecorded() {
        var sid = runningSession();
        var session = Cast.launched("partner-super-admin", partner, customer, sid);
        consent("on", 1);
        with(session).get(dashboards).then().statusCode(200);

        consent("off", 2);
        Stub.internal("/internal/launch-sessions/" + sid, 200, Map.of("sid", sid, "ended", true));
        with(Cast.customerAdmin(customer)).delete("/v1/customers/" + customer + "/launch-sessions/" + sid);
        await().until(() -> with(session).get(dashboards).statusCode() == 403);
        problem(with(session).get("/v1/whoami"), 403, "partner-assistance-off")
                .body("grant", equalTo(Stub.grant(customer).toString()));
        assertThat(record("refused", "partner-assistance-off").getString("actor"))
                .isEqualTo("partner-super-admin@msp.example");
        problem(with(session).get("/v1/no-such-path"), 401, "unauthenticated");
    }

    @Test
    void aSessionEndedHereIsOverForTheNextCall() {
        var sid = runningSession();
        var session = Cast.launched("partner-super-admin", partner, customer, sid);
        consent("on", 1);
        with(session).get(dashboards).then().statusCode(200);
        Stub.internal("/internal/launch-sessions/" + sid, 200, Map.of("sid", sid, "ended", true));
        with(Cast.customerAdmin(customer)).delete("/v1/customers/" + customer + "/launch-sessions/" + sid);
        problem(with(session).get(dashboards), 401, "unauthenticated");
    }

    @Test
    void anExportIsEnteredThroughItsCustomer() {
        var export = Ids.next();
        Stub.internal(
                "/internal/exports/" + export,
                200,
                Map.of("id", export.toString(), "partnerId", partner.toString(), "customerId", customer.toString()));
        consent("on", 1);
        assertThat(content(export, Cast.partner("partner-super-admin", partner)).statusCode())
                .isEqualTo(200);
        record("allowed", null);
        problem(content(export, Cast.partner("partner-super-admin", Ids.next())), 404, "not-found");
        problem(content(export, Cast.customerAdmin(Ids.next())), 404, "not-found");
        assertThat(content(export, Cast.customerAdmin(customer)).statusCode()).isEqualTo(200);
        problem(content(Ids.next(), Cast.partner("partner-super-admin", partner)), 404, "not-found");
        assertThat(Stub.seen("/internal/exports/" + export)).hasSize(1);
    }

    private static Response content(UUID export, String token) {
        return with(token).get("/v1/exports/" + export + "/content");
    }
}
