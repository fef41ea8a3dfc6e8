package dev.kontor.customers.assistance;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static dev.kontor.testkit.TestClock.inAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partner Assistance as both sides meet it (domain.md rules 13 and 14). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class AssistanceJourneyTest {

    private APartner nordwind;
    private UUID kern;
    private String path;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
        kern = nordwind.trial("Kern");
        path = "/v1/customers/" + kern + "/partner-assistance";
    }

    @Test
    void switchedOffNothingInsideTheAccountWorksAndTheRefusalSaysHowToAsk() {
        put("off").then().statusCode(200).body("state", equalTo("off")).body("source", equalTo("partner-trial"));

        var told = Facts.await(
                "kontor.consent.v1",
                r -> r.key().equals("consent/" + kern)
                        && state(r.value()).getString("state").equals("off"));
        var grant = state(told.value()).getString("grant");
        problem(as(nordwind.superAdmin()).post("/v1/customers/" + kern + "/launch"), 403, "partner-assistance-off")
                .body("grant", equalTo(grant))
                .body("request", equalTo("POST /v1/customers/" + kern + "/partner-assistance/requests"));
    }

    @Test
    void whatStillWorksWhenOffIsTheListTheContactAndAsking() {
        put("off");

        as(nordwind.superAdmin())
                .get("/v1/customers?search=kern")
                .then()
                .statusCode(200)
                .body("items[0].partnerAssistance.state", equalTo("off"))
                .body("items[0].actions.launch.reason", equalTo("partner-assistance-off"))
                .body("items[0].actions.rename.allowed", equalTo(true));
        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern + "/contact")
                .then()
                .statusCode(200);
        as(nordwind.superAdmin())
                .post(path + "/requests")
                .then()
                .statusCode(202)
                .body("state", equalTo("off"))
                .body("requested", equalTo(true));
        get().then().body("requested", equalTo(true));
    }

    @Test
    void switchedOnAgainItWorksAgainAndTheQuestionIsAnswered() {
        put("off");
        as(nordwind.superAdmin()).post(path + "/requests").then().statusCode(202);

        put("on")
                .then()
                .statusCode(200)
                .body("state", equalTo("on"))
                .body("source", equalTo("customer-admin"))
                .body("requested", equalTo(false));
        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/launch")
                .then()
                .statusCode(201);
    }

    /** "actions" in api.md: what would change nothing is not offered. */
    @Test
    void askingIsOfferedOnlyWhereThereIsSomethingToAskFor() {
        asking("assistance-already-on");
        put("off").then().statusCode(200);
        asking(null);
        as(nordwind.superAdmin()).post(path + "/requests").then().statusCode(202);
        asking("assistance-already-requested");
        put("on").then().statusCode(200);
        asking("assistance-already-on");
    }

    private void asking(String reason) {
        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern)
                .then()
                .body("actions.requestAssistance.allowed", equalTo(reason == null))
                .body("actions.requestAssistance.reason", equalTo(reason));
    }

    @Test
    void consentsThatEndSoonAreListed() {
        var until = TestClock.now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);
        as(Passports.customerAdmin(kern))
                .body(Map.of("state", "on", "expiresAt", until.toString()))
                .put(path)
                .then()
                .statusCode(200);
        nordwind.trial("Lang");

        expiring(until.plusSeconds(1)).then().body("items.id", contains(kern.toString()));
        expiring(until).then().body("items", hasSize(0));
        put("off");
        expiring(until.plusSeconds(1)).then().body("items", hasSize(0));
        problem(as(nordwind.superAdmin()).get("/v1/customers?assistanceExpiresBefore=soon"), 400, "validation-failed")
                .body("errors.parameter", contains("assistanceExpiresBefore"));
    }

    private Response expiring(Instant before) {
        return as(nordwind.superAdmin()).get("/v1/customers?assistanceExpiresBefore=" + before);
    }

    @Test
    void onUntilADateItEndsByTheClock() {
        var until = TestClock.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        as(Passports.customerAdmin(kern))
                .body(Map.of("state", "on", "expiresAt", until.toString()))
                .put(path)
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo(inAnswers(until)));
        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/launch")
                .then()
                .statusCode(201);

        TestClock.moveTo(until.plusSeconds(1));

        get().then().body("state", equalTo("off")).body("expiresAt", equalTo(inAnswers(until)));
        as(nordwind.superAdmin())
                .get("/v1/customers?partnerAssistance=off")
                .then()
                .body("items.id", contains(kern.toString()));
        problem(as(nordwind.superAdmin()).post("/v1/customers/" + kern + "/launch"), 403, "partner-assistance-off");
    }

    @Test
    void anEndInThePastIsRefused() {
        problem(
                        as(Passports.customerAdmin(kern))
                                .body(Map.of(
                                        "state",
                                        "on",
                                        "expiresAt",
                                        TestClock.now().toString()))
                                .put(path),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/expiresAt"))
                .body("errors.code", contains("not-in-the-future"));
    }

    @Test
    void anythingButOnAndOffIsRefused() {
        problem(put("maybe"), 400, "validation-failed").body("errors.pointer", contains("/state"));
        problem(as(Passports.customerAdmin(kern)).body("{\"state\":true}").put(path), 400, "validation-failed")
                .body("errors.pointer", contains("/state"));
        problem(
                as(Passports.customerAdmin(kern))
                        .body("{\"state\":\"on\",\"expiresAt\":1}")
                        .put(path),
                400,
                "validation-failed");
    }

    @Test
    void thePartnerCanAskButNeverSwitch() {
        problem(as(nordwind.superAdmin()).body("{\"state\":\"on\"}").put(path), 403, "role-required");
        problem(as(nordwind.readOnly("rosa")).post(path + "/requests"), 403, "role-required");
        problem(as(Passports.operator()).body("{\"state\":\"on\"}").put(path), 403, "role-required");
    }

    @Test
    void askingWhileItIsOnAsksNothing() {
        as(nordwind.superAdmin())
                .post(path + "/requests")
                .then()
                .statusCode(202)
                .body("requested", equalTo(false));
    }

    @Test
    void bothSidesReadTheSame() {
        get().then().body("source", equalTo("partner-trial")).body("expiresAt", nullValue());
        assertThat(as(Passports.customerAdmin(kern)).get(path).asString()).isEqualTo(get().asString());
    }

    @Test
    void everySwitchIsAFactWithALaterVersion() {
        put("off");
        put("on");

        var facts = Facts.collect("kontor.consent.v1", r -> r.key().equals("consent/" + kern), 3);
        assertThat(facts)
                .extracting(r -> state(r.value()).getInt("version"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(facts).extracting(r -> state(r.value()).getString("state")).containsExactly("on", "off", "on");
        assertThat(facts)
                .allSatisfy(r -> assertThat(Facts.header(r, "ce_partnerid")).isEqualTo(nordwind.id.toString()));
    }

    @Test
    void bothSidesReadWhatBecameOfIt() {
        put("off");
        as(nordwind.superAdmin()).post(path + "/requests").then().statusCode(202);
        as(nordwind.superAdmin()).post(path + "/requests").then().statusCode(202);
        put("on");
        put("on");

        var history = as(nordwind.superAdmin()).get(path + "/history");
        history.then()
                .statusCode(200)
                .body("items.change", contains("on", "requested", "off", "on"))
                .body("items.source[3]", equalTo("partner-trial"))
                .body("items.by[3]", nullValue())
                .body("items.by[2]", equalTo("customer-admin@" + kern));
        assertThat(as(Passports.customerAdmin(kern)).get(path + "/history").asString())
                .isEqualTo(history.asString());
        var first = as(nordwind.superAdmin()).get(path + "/history?limit=3");
        as(nordwind.superAdmin())
                .get(path + "/history?limit=3&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.change", contains("on"))
                .body("nextCursor", nullValue());
        problem(as(APartner.in("msp-flex").superAdmin()).get(path + "/history"), 404, "not-found");
    }

    @Test
    void whatEndedByTheClockIsWrittenDownAsOfItsDateAndTold() {
        var until = TestClock.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        put("off");
        as(Passports.customerAdmin(kern))
                .body(Map.of("state", "on", "expiresAt", until.toString()))
                .put(path);

        TestClock.moveTo(until.plus(Duration.ofDays(1)));

        await().untilAsserted(() -> as(nordwind.superAdmin())
                .get(path + "/history")
                .then()
                .body("items[0].change", equalTo("expired"))
                .body("items[0].at", equalTo(inAnswers(until))));
        get().then().body("state", equalTo("off")).body("since", equalTo(inAnswers(until)));
        assertThat(Facts.collect("kontor.consent.v1", r -> r.key().equals("consent/" + kern), 4))
                .extracting(r -> state(r.value()).getString("state"))
                .endsWith("off");
    }

    @Test
    void whoeverSyncsSeesACustomerAgainWhoseConsentChanged() {
        String before = as(nordwind.superAdmin()).get("/v1/customers/" + kern).path("updatedAt");

        put("off");

        assertThat(as(nordwind.superAdmin()).get("/v1/customers/" + kern).<String>path("updatedAt"))
                .isGreaterThan(before);
    }

    @Test
    void notEvenTheOwnerOfTheTablesChangesWhatBecameOfAConsent() {
        for (var sql : List.of(
                "update assistance_history set by = 'somebody-else@t'",
                "delete from assistance_history",
                "truncate assistance_history")) {
            assertThatThrownBy(() -> OwnDatabase.change(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("assistance_history is immutable");
        }
    }

    @Test
    void offHasNoEnd() {
        problem(
                        as(Passports.customerAdmin(kern))
                                .body(Map.of("state", "off", "expiresAt", "2099-01-01T00:00:00Z"))
                                .put(path),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/expiresAt"));
    }

    private Response put(String state) {
        return APartner.switchAssistance(kern, state);
    }

    private Response get() {
        return as(nordwind.superAdmin()).get(path);
    }

    private static JsonPath state(String record) {
        return new JsonPath(record).setRootPath("state");
    }
}
