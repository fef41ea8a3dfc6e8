package dev.kontor.customers.access;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cutting off a subject, a client or a whole partner (domain.md, rule 40). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class AccessJourneyTest {

    private static final String TOPIC = "kontor.consent.v1";
    /** In a partner's place it means everywhere. */
    private static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private APartner nordwind;
    private UUID kern;

    @Inject
    ForgottenAccess forgotten;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
    }

    private Response decide(String passport, String subject, String state) {
        return as(passport)
                .body(Map.of("state", state, "reason", "Left the company"))
                .put("/v1/administrators/" + subject + "/access");
    }

    private Response block(String subject) {
        return decide(nordwind.superAdmin(), subject, "blocked");
    }

    private Response endSessions(String subject) {
        return as(nordwind.superAdmin()).post("/v1/administrators/" + subject + "/end-sessions");
    }

    private Response decidePartner(String what) {
        return as(Passports.operator())
                .body("{\"reason\":\"Unpaid\"}")
                .post("/v1/partners/" + nordwind.id + "/" + what);
    }

    private String superAdmin(String subject) {
        return Passports.partner(
                        nordwind.id,
                        subject,
                        "partner-super-admin",
                        Set.of("customers:read", "customers:launch", "groups:manage", "customers:disconnect"))
                .with("customers", "all")
                .bearer();
    }

    private String launchedBy(String passport) {
        String url = as(passport).post("/v1/customers/" + kern + "/launch").path("launchUrl");
        return url.replaceAll(".*code=", "");
    }

    private static Response exchange(String code) {
        return as(Passports.anonymous()).body(Map.of("code", code)).post("/v1/launch-sessions");
    }

    private List<Boolean> running() {
        return as(Passports.customerAdmin(kern))
                .get("/v1/customers/" + kern + "/launch-sessions")
                .jsonPath()
                .getList("items.running");
    }

    private ConsumerRecord<String, String> told(String subject, String containing) {
        return told(nordwind.id, subject, containing);
    }

    private static ConsumerRecord<String, String> told(UUID partner, String subject, String containing) {
        var key = "subject/" + partner + "/" + subject;
        return Facts.await(
                TOPIC,
                record -> record.key().equals(key)
                        && record.value() != null
                        && record.value().contains(containing));
    }

    /** The gateway that carries a call reads it there, and keeps it from the caller. */
    @Test
    void theAnswerBringsTheNewsForTheGatewayAlong() {
        var news = block("carried@msp.example").header("Kontor-News").split("\\.", -1);
        var key = new String(Base64.getUrlDecoder().decode(news[0]), StandardCharsets.UTF_8);
        var state = JsonPath.from(new String(Base64.getUrlDecoder().decode(news[1]), StandardCharsets.UTF_8));

        assertThat(key).isEqualTo("subject/" + nordwind.id + "/carried@msp.example");
        assertThat(state.getString("state")).isEqualTo("blocked");
        assertThat(told("carried@msp.example", "blocked").value()).contains("\"version\":" + state.getLong("version"));

        assertThat(block("carried@msp.example").header("Kontor-News")).isNull();
        assertThat(block("x".repeat(300)).header("Kontor-News")).isNull();
    }

    @Test
    void aSubjectNeverNamedCanBeBlockedAndIsShownSince() {
        as(nordwind.superAdmin()).get("/v1/administrators").then().body("items", empty());

        block("leaver@msp.example")
                .then()
                .statusCode(200)
                .body("state", equalTo("blocked"))
                .body("reason", equalTo("Left the company"))
                .body("since", notNullValue())
                .body("sessionsEndedAt", nullValue());

        as(nordwind.superAdmin())
                .get("/v1/administrators?count=true")
                .then()
                .body("items.subject", contains("leaver@msp.example"))
                .body("items[0].access.state", equalTo("blocked"))
                .body("total", equalTo(1));
        as(nordwind.superAdmin())
                .get("/v1/administrators/leaver@msp.example")
                .then()
                .statusCode(200)
                .body("allCustomers", equalTo(false))
                .body("customerIds", empty())
                .body("access.reason", equalTo("Left the company"));
        assertThat(Contract.read(told("leaver@msp.example", "blocked"))
                        .at("/state/state")
                        .asText())
                .isEqualTo("blocked");
    }

    @Test
    void whoIsNamedIsShownWithItsAccess() {
        as(nordwind.superAdmin())
                .body("{\"allCustomers\":true}")
                .put("/v1/administrators/anna")
                .then()
                .statusCode(200)
                .body("access.state", equalTo("active"))
                .body("access.since", nullValue());
        endSessions("anna").then().statusCode(200).body("state", equalTo("active"));

        as(nordwind.superAdmin())
                .get("/v1/administrators/anna")
                .then()
                .body("allCustomers", equalTo(true))
                .body("access.sessionsEndedAt", notNullValue());
    }

    @Test
    void unblockingIsToldToo() {
        block("anna").then().statusCode(200);

        decide(nordwind.superAdmin(), "anna", "active").then().statusCode(200).body("state", equalTo("active"));

        assertThat(Contract.read(told("anna", "\"state\":\"active\",\"sessions"))
                        .at("/state/version")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void aRepeatChangesNothing() {
        String since = block("anna").path("since");

        block("anna").then().statusCode(200).body("since", equalTo(since));

        assertThat(Contract.read(told("anna", "blocked")).at("/state/version").asLong())
                .isZero();
    }

    /** The last super-admin that could undo it would be locked out (decision 033). */
    @Test
    void nobodyBlocksItself() {
        problem(block("super-admin"), 409, "self-block");
        endSessions("super-admin").then().statusCode(200);
        as(Passports.operator())
                .body("{\"state\":\"blocked\"}")
                .put("/v1/administrators/super-admin/access?partnerId=" + nordwind.id)
                .then()
                .statusCode(200);
    }

    @Test
    void ofTwoWhoBlockEachOtherTheSecondIsTooLate() {
        decide(superAdmin("one"), "two", "blocked").then().statusCode(200);

        problem(decide(superAdmin("two"), "one", "blocked"), 403, "subject-blocked");
        problem(as(superAdmin("two")).post("/v1/administrators/one/end-sessions"), 403, "subject-blocked");
    }

    @Test
    void theOperatorNamesThePartnerAndAPartnerCanMeanNoOther() {
        var body = "{\"state\":\"blocked\"}";
        problem(
                as(Passports.operator()).body(body).put("/v1/administrators/anna/access?partnerId=" + Ids.next()),
                404,
                "not-found");
        var other = APartner.in("msp-flex");
        problem(
                as(other.superAdmin()).body(body).put("/v1/administrators/anna/access?partnerId=" + nordwind.id),
                404,
                "not-found");
        as(nordwind.superAdmin())
                .body(body)
                .put("/v1/administrators/anna/access?partnerId=" + nordwind.id)
                .then()
                .statusCode(200);
        as(other.superAdmin()).get("/v1/administrators").then().body("items", empty());
    }

    private Response everywhere(String subject, String state) {
        return decide(Passports.operator(), subject, state);
    }

    @Test
    void whomTheOperatorBlocksWithoutAPartnerIsBlockedWhereverItShowsUp() {
        var subject = "everywhere-" + Ids.next();
        exchange(launchedBy(superAdmin(subject))).then().statusCode(201);
        var code = launchedBy(superAdmin(subject));

        everywhere(subject, "blocked").then().statusCode(200).body("state", equalTo("blocked"));

        var told = told(VENDOR, subject, "blocked");
        assertThat(Contract.read(told).at("/state/partnerId").asText()).isEqualTo(VENDOR.toString());
        assertThat(running()).containsExactly(false);
        problem(exchange(code), 403, "subject-blocked");
        var internal = Passports.internal("gateway", "customers");
        as(internal)
                .get("/internal/subjects/" + subject)
                .then()
                .statusCode(200)
                .body("everywhere.state", equalTo("blocked"));
        as(internal)
                .get("/internal/partners/" + nordwind.id + "?subject=" + subject)
                .then()
                .body("access", nullValue())
                .body("everywhere.state", equalTo("blocked"));
        as(internal)
                .get("/internal/subjects/nobody-" + subject)
                .then()
                .statusCode(200)
                .body("everywhere", nullValue());

        // What the vendor decides no partner undoes.
        decide(nordwind.superAdmin(), subject, "active").then().statusCode(200);
        problem(exchange(code), 403, "subject-blocked");
        everywhere(subject, "active").then().statusCode(200).body("state", equalTo("active"));
        exchange(code).then().statusCode(201);
    }

    @Test
    void anOperatorBlocksAnotherButNotItselfAndTheSecondOfTwoIsTooLate() {
        problem(everywhere("operator", "blocked"), 409, "self-block");

        var two = "two-" + Ids.next();
        everywhere(two, "blocked").then().statusCode(200);
        problem(decide(Passports.operator(two), "anybody", "blocked"), 403, "subject-blocked");
    }

    @Test
    void nobodyElseBlocksAnybody() {
        for (var passport : List.of(Passports.customerAdmin(kern), Passports.usageReporter())) {
            problem(decide(passport, "anna", "blocked"), 403, "role-required");
        }
    }

    @Test
    void nonsenseIsRefused() {
        var path = "/v1/administrators/anna/access";
        for (var body : List.of("{}", "{\"state\":\"gone\"}", "{\"state\":null}", "{\"state\":\"blocked\",\"x\":1}")) {
            as(nordwind.superAdmin()).body(body).put(path).then().statusCode(400);
        }
        var endless = "x".repeat(501);
        as(nordwind.superAdmin())
                .body(Map.of("state", "blocked", "reason", endless))
                .put(path)
                .then()
                .statusCode(400);
        problem(decide(nordwind.readOnly("rosa"), "anna", "blocked"), 403, "role-required");
        problem(
                as(Passports.operator()).body("{\"reason\":\" \"}").post("/v1/partners/" + nordwind.id + "/suspend"),
                400,
                "validation-failed");
        problem(
                as(nordwind.superAdmin()).body("{\"reason\":\"x\"}").post("/v1/partners/" + nordwind.id + "/suspend"),
                403,
                "role-required");
    }

    @Test
    void launchedSessionsEndWithTheirLauncherAndStayEnded() {
        exchange(launchedBy(superAdmin("anna"))).then().statusCode(201);
        exchange(launchedBy(superAdmin("ben"))).then().statusCode(201);
        assertThat(running()).containsExactly(true, true);

        block("anna").then().statusCode(200);
        assertThat(running()).containsExactly(true, false);
        decide(nordwind.superAdmin(), "anna", "active").then().statusCode(200);
        assertThat(running()).containsExactly(true, false);

        decidePartner("suspend").then().statusCode(200);
        assertThat(running()).containsExactly(false, false);
    }

    @Test
    void aLaunchCodeEndsWithItsLauncher() {
        var blocked = launchedBy(superAdmin("anna"));
        block("anna").then().statusCode(200);
        problem(exchange(blocked), 403, "subject-blocked");

        var over = launchedBy(superAdmin("ben"));
        endSessions("ben").then().statusCode(200);
        problem(exchange(over), 404, "not-found");
        exchange(launchedBy(superAdmin("ben"))).then().statusCode(201);

        var suspended = launchedBy(superAdmin("carl"));
        decidePartner("suspend").then().statusCode(200);
        problem(exchange(suspended), 403, "partner-suspended");
        decidePartner("resume").then().statusCode(200);
        exchange(suspended).then().statusCode(201);
    }

    @Test
    void whatSomebodyBlockedAskedForIsNotDone() {
        block("anna").then().statusCode(200);

        assertThat(resultOfADisconnectAskedForBy("anna")).isEqualTo("subject-blocked");
        as(nordwind.superAdmin()).get("/v1/customers/" + kern).then().statusCode(200);
    }

    private String resultOfADisconnectAskedForBy(String subject) {
        String job = as(superAdmin(subject))
                .urlEncodingEnabled(false)
                .body(Map.of("operation", "disconnect", "ids", List.of(kern)))
                .post("/v1/customers:bulk")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        await().until(() ->
                as(superAdmin(subject)).get("/v1/jobs/" + job).path("state").equals("succeeded"));
        return as(superAdmin(subject)).get("/v1/jobs/" + job).path("result.items[0].problem.code");
    }

    @Test
    void whatSomebodyBlockedEverywhereAskedForIsNotDone() {
        var subject = "everywhere-" + Ids.next();
        everywhere(subject, "blocked").then().statusCode(200);

        assertThat(resultOfADisconnectAskedForBy(subject)).isEqualTo("subject-blocked");
    }

    @Test
    void aPartnerIsSuspendedForAReasonAndResumed() {
        decidePartner("suspend")
                .then()
                .statusCode(200)
                .body("state", equalTo("suspended"))
                .body("stateReason", equalTo("Unpaid"))
                .body("stateSince", notNullValue());
        as(nordwind.superAdmin()).get("/v1/partner").then().body("state", equalTo("suspended"));
        decidePartner("suspend").then().statusCode(200);

        as(Passports.operator())
                .post("/v1/partners/" + nordwind.id + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("stateReason", nullValue());
        decidePartner("resume").then().statusCode(200).body("state", equalTo("active"));
        problem(
                as(Passports.operator()).body("{\"reason\":\"x\"}").post("/v1/partners/" + Ids.next() + "/suspend"),
                404,
                "not-found");
    }

    @Test
    void aDecisionUnderAKeyIsMadeOnce() {
        var path = "/v1/administrators/anna/end-sessions";
        var key = UUID.randomUUID().toString();
        var first = as(nordwind.superAdmin()).header("Idempotency-Key", key).post(path);
        first.then().statusCode(200);
        var again = as(nordwind.superAdmin()).header("Idempotency-Key", key).post(path);
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.<String>path("sessionsEndedAt")).isEqualTo(first.<String>path("sessionsEndedAt"));

        var suspend = "/v1/partners/" + nordwind.id + "/suspend";
        for (var replayed : new String[] {null, "true"}) {
            as(Passports.operator())
                    .header("Idempotency-Key", key)
                    .body("{\"reason\":\"Unpaid\"}")
                    .post(suspend)
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("state", equalTo("suspended"));
        }
    }

    /** Domain.md, rule 41: gateways have every one of them in memory. */
    @Test
    void aPartnerDecidesOnABoundedNumberOfSubjects() throws SQLException {
        block("anna").then().statusCode(200);
        OwnDatabase.change(
                "insert into subject_access (partner_id, subject, state, told)"
                        + " select ?, 's' || n, 'active', false from generate_series(2, 10000) n",
                nordwind.id);

        problem(block("ben"), 409, "subject-quota-reached");
        problem(endSessions("ben"), 409, "subject-quota-reached");
        decide(nordwind.superAdmin(), "anna", "active").then().statusCode(200);
    }

    @Test
    void whatTheGatewayAsks() {
        block("anna").then().statusCode(200);
        var internal = Passports.internal("gateway", "customers");
        as(internal)
                .get("/internal/partners/" + nordwind.id + "?subject=anna")
                .then()
                .statusCode(200)
                .body("suspended", equalTo(false))
                .body("programs", contains("msp-flex"))
                .body("access.state", equalTo("blocked"))
                .body("access.version", equalTo(0));
        as(internal)
                .get("/internal/partners/" + nordwind.id + "?subject=ben")
                .then()
                .statusCode(200)
                .body("access", nullValue());
    }

    @Test
    void aRecordEndsWhenNoTokenIsLeftToRefuseAndABlockStays() throws SQLException {
        endSessions("anna").then().statusCode(200);
        endSessions("carl").then().statusCode(200);
        block("ben").then().statusCode(200);
        putBack("anna");
        putBack("ben");

        forgotten.forget();

        var key = "subject/" + nordwind.id + "/anna";
        Contract.of("administrator-access.forgotten")
                .assertTold(Facts.await(TOPIC, record -> record.key().equals(key) && record.value() == null));
        assertThat(OwnDatabase.read(
                        "select subject from subject_access where partner_id = ? and told order by subject",
                        nordwind.id))
                .containsExactly("ben", "carl");
        as(nordwind.superAdmin())
                .get("/v1/administrators/anna")
                .then()
                .statusCode(200)
                .body("access.sessionsEndedAt", notNullValue());
    }

    /** Longer than any token of before lives. */
    private void putBack(String subject) throws SQLException {
        var changed = OwnDatabase.change(
                "update subject_access set since = since - interval '62 minutes',"
                        + " sessions_ended_at = sessions_ended_at - interval '62 minutes'"
                        + " where partner_id = ? and subject = ?",
                nordwind.id,
                subject);
        assertThat(changed).isOne();
    }
}
