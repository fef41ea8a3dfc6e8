package dev.kontor.customers.launches;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening a customer's account as its partner's administrator (domain.md, "launch"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class LaunchJourneyTest {

    private APartner nordwind;
    private UUID kern;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
    }

    @Test
    void aLaunchAnswersAUrlWithACodeForAMinute() {
        var launched = launch();

        launched.then().statusCode(201).header("Cache-Control", "no-store");
        assertThat(launched.<String>path("launchUrl")).matches("https?://.*\\?code=[A-Za-z0-9_-]{43}");
        assertThat(Duration.between(Instant.now(), Instant.parse(launched.path("expiresAt"))))
                .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(61));
    }

    @Test
    void theTokenIsThePartnersRoleConfinedToTheCustomerWithWhoActs() {
        var exchanged = exchange(code(launch()));

        exchanged
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", allOf(greaterThan(0), lessThanOrEqualTo(900)))
                .body("customerId", equalTo(kern.toString()));
        var parts = exchanged.<String>path("accessToken").split("\\.", -1);
        assertThat(decoded(parts[0]).getString("typ")).isEqualTo("at+jwt");
        assertThat(decoded(parts[0]).getString("alg")).isEqualTo("RS256");
        var claims = decoded(parts[1]);
        assertThat(claims.getString("iss")).isEqualTo("kontor-launch");
        assertThat(claims.getString("aud")).isEqualTo("kontor");
        assertThat(claims.getString("sub")).isEqualTo("super-admin");
        assertThat(claims.getString("act.sub")).isEqualTo("super-admin");
        assertThat(claims.getString("partner_id")).isEqualTo(nordwind.id.toString());
        assertThat(claims.getString("customer_id")).isEqualTo(kern.toString());
        assertThat(claims.getList("groups")).isEqualTo(List.of("partner-super-admin"));
        assertThat(claims.getList("programs")).isEqualTo(List.of("msp-flex"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
        assertThat(UUID.fromString(claims.getString("sid"))).isNotNull();
    }

    @Test
    void aSessionMayWhatWhoLaunchesMay() {
        var narrowed = Passports.partner(
                        nordwind.id, "bot", "partner-super-admin", List.of("customers:launch", "customers:read"))
                .with("customers", "all")
                .bearer();

        var exchanged = exchange(code(as(narrowed).post("/v1/customers/" + kern + "/launch")));

        assertThat(claims(exchanged).getList("groups")).isEqualTo(List.of("partner-super-admin"));
        assertThat(claims(exchanged).getString("scope")).isEqualTo("customers:launch customers:read");
    }

    @Test
    void aSessionOfALaunchFromBeforePermissionsWereKeptMayNothing() throws SQLException {
        var launched = launch();
        OwnDatabase.change("update launch set permissions = default where id = ?::uuid", id(launched));

        assertThat(claims(exchange(code(launched))).getString("scope")).isEmpty();
    }

    /** Somebody else has seen it, and nobody can say which of the two is meant (RFC 6749, section 4.1.2). */
    @Test
    void aCodeWorksOnceAndASecondExchangeEndsTheSessionOfTheFirst() {
        var code = code(launch());
        var session = sessionOf(exchange(code));
        var other = sessionOf(exchange(code(launch())));

        problem(exchange(code), 409, "launch-code-used");

        assertEnded(session, true);
        assertEnded(other, false);
        Facts.await("kontor.consent.v1", record -> record.key().equals("session/" + session));
        problem(exchange(code), 409, "launch-code-used");
    }

    @Test
    void ofFiftyExchangesAtOnceOneSucceeds() throws Exception {
        var code = code(launch());
        var pool = Executors.newFixedThreadPool(50);
        try {
            var answers = pool.invokeAll(IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Integer>) () -> exchange(code).statusCode())
                    .toList());
            var statuses = Stream.<Integer>builder();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses.build()).hasSize(50).containsOnlyOnce(201).containsOnly(201, 409);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCodeIsNowhereAtRest() throws SQLException {
        var launched = launch();
        var code = code(launched);

        var row = OwnDatabase.read("select to_jsonb(l)::text from launch l where id = ?::uuid", id(launched));
        assertThat(row).hasSize(1).noneMatch(text -> text.contains(code));
        assertThat(OwnDatabase.read(
                        "select (code_hash = sha256(convert_to(?, 'UTF8')))::text from launch where id = ?::uuid",
                        code,
                        id(launched)))
                .containsExactly("true");
    }

    @Test
    void aCodeThatRanOutIsLikeOneThatNeverWas() throws SQLException {
        var launched = launch();
        OwnDatabase.change("update launch set code_expires_at = now() where id = ?::uuid", id(launched));

        problem(exchange(code(launched)), 404, "not-found");
        problem(exchange("x".repeat(43)), 404, "not-found");
        problem(exchange(""), 400, "validation-failed").body("errors.pointer", contains("/code"));
    }

    @Test
    void aCodeIsWorthNothingOnceConsentIsGone() {
        var code = code(launch());
        APartner.switchAssistance(kern, "off").then().statusCode(200);

        problem(exchange(code), 403, "partner-assistance-off");
    }

    @Test
    void switchingOffEndsWhatIsRunningForGood() {
        var session = sessionOf(exchange(code(launch())));
        assertEnded(session, false);

        APartner.switchAssistance(kern, "off").then().statusCode(200);

        assertEnded(session, true);
        var told = Facts.await("kontor.consent.v1", r -> r.key().equals("session/" + session));
        assertThat(Facts.header(told, "ce_type")).isEqualTo("launch-session.ended");
        APartner.switchAssistance(kern, "on").then().statusCode(200);
        assertEnded(session, true);
    }

    @Test
    void noSessionSurvivesARevocationThatComesWhileItStarts() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var i = 0; i < 10; i++) {
                var code = code(launch());
                var exchange = pool.submit(() -> exchange(code));
                var off = pool.submit(() -> APartner.switchAssistance(kern, "off"));

                off.get().then().statusCode(200);
                var exchanged = exchange.get();
                assertThat(exchanged.statusCode()).isIn(201, 403);
                sessions(Passports.customerAdmin(kern)).then().body("items.findAll { it.running }", empty());
                APartner.switchAssistance(kern, "on").then().statusCode(200);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theCustomersAdministratorListsSessionsAndEndsThem() {
        var first = sessionOf(exchange(code(launch())));
        var second = sessionOf(exchange(code(launch())));
        launch();
        var administrator = Passports.customerAdmin(kern);

        sessions(administrator)
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("items.running", contains(true, true))
                .body("items[0].subject", equalTo("super-admin"))
                .body("items[0].role", equalTo("partner-super-admin"));
        as(administrator)
                .delete("/v1/customers/" + kern + "/launch-sessions/" + first)
                .then()
                .statusCode(204);

        sessions(administrator).then().body("items.running", contains(true, false));
        assertEnded(first, true);
        assertEnded(second, false);
        problem(
                as(administrator).delete("/v1/customers/" + kern + "/launch-sessions/" + UUID.randomUUID()),
                404,
                "not-found");
    }

    @Test
    void sessionsComePageByPage() {
        var first = sessionOf(exchange(code(launch())));
        var second = sessionOf(exchange(code(launch())));

        var page = as(Passports.customerAdmin(kern)).get("/v1/customers/" + kern + "/launch-sessions?limit=1");
        page.then().body("items.id", contains(second));
        as(Passports.customerAdmin(kern))
                .get("/v1/customers/" + kern + "/launch-sessions?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("items.id", contains(first))
                .body("nextCursor", nullValue());
    }

    @Test
    void onlyWhoMayLaunchesAndOnlyTheCustomerSeesSessions() {
        problem(as(nordwind.readOnly("rosa")).post("/v1/customers/" + kern + "/launch"), 403, "role-required");
        problem(sessions(nordwind.superAdmin()), 403, "role-required");
        problem(as("Bearer x").body("{\"code\":\"x\"}").post("/v1/launch-sessions"), 401, "unauthenticated");
    }

    @Test
    void aRepeatedLaunchIsNotRepeatedSinceItsAnswerHeldASecret() {
        var key = UUID.randomUUID().toString();
        as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .post("/v1/customers/" + kern + "/launch")
                .then()
                .statusCode(201);

        problem(
                as(nordwind.superAdmin()).header("Idempotency-Key", key).post("/v1/customers/" + kern + "/launch"),
                409,
                "idempotency-result-not-kept");
        var inOtherPrograms = nordwind.superAdminIn("msp-flex-connect");
        problem(
                as(inOtherPrograms).header("Idempotency-Key", key).post("/v1/customers/" + kern + "/launch"),
                409,
                "idempotency-result-not-kept");
    }

    private Response launch() {
        return as(nordwind.superAdmin()).post("/v1/customers/" + kern + "/launch");
    }

    private static Response exchange(String code) {
        return as(Passports.anonymous()).body(Map.of("code", code)).post("/v1/launch-sessions");
    }

    private Response sessions(String caller) {
        return as(caller).get("/v1/customers/" + kern + "/launch-sessions");
    }

    private static void assertEnded(String session, boolean ended) {
        as(Passports.internal("gateway", "customers"))
                .get("/internal/launch-sessions/" + session)
                .then()
                .statusCode(200)
                .body("sid", equalTo(session))
                .body("ended", equalTo(ended));
    }

    private static String id(Response launched) {
        return launched.path("id");
    }

    private static String code(Response launched) {
        return launched.<String>path("launchUrl").replaceAll(".*code=", "");
    }

    private static String sessionOf(Response exchanged) {
        return claims(exchanged).getString("sid");
    }

    private static JsonPath claims(Response exchanged) {
        return decoded(exchanged.<String>path("accessToken").split("\\.", -1)[1]);
    }

    private static JsonPath decoded(String part) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
