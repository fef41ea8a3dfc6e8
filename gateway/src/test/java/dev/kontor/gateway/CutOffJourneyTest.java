package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shut out, and what goes on where the news of it are old (domain.md, rule 40; architecture decision 15). */
@GatewayTest
class CutOffJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANNA = "partner-super-admin@msp.example";
    /** In a partner's place it means everywhere. */
    private static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final UUID partner = Ids.next();
    private final UUID customer = Ids.next();
    private final String token = Cast.partner("partner-super-admin", partner);
    private final String colleague = Cast.partner("partner-admin", partner);
    private final String dashboards = "/v1/customers/" + customer + "/dashboards";
    private final String owner = "/internal/partners/" + partner;

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void thePartnerIsKnown() {
        Stub.heart(true);
        Stub.partner(partner, false, null, 1);
        Stub.programs(partner, false, 1).send(partner);
        awaitStatus("/v1/whoami", 200);
    }

    @AfterEach
    void theHeartBeats() {
        Stub.heart(true);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private void awaitStatus(String path, int status) {
        await().until(() -> with(token).get(path).statusCode() == status);
    }

    private void tellAccess(String state, Instant sessionsEndedAt, int version) {
        var access = Stub.access(partner, ANNA, state, sessionsEndedAt, version);
        Stub.partner(partner, false, access, 1);
        access.send(partner);
    }

    private void tellPartner(boolean suspended, int version) {
        Stub.partner(partner, suspended, null, version);
        Stub.programs(partner, suspended, version).send(partner);
    }

    private int questions() {
        return Stub.seen(owner).size();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @Test
    void aBlockedSubjectsTokensEndWhereverTheyAreShown() {
        tellAccess("blocked", null, 1);
        awaitStatus("/v1/whoami", 403);

        problem(with(token).get("/v1/whoami"), 403, "subject-blocked");
        problem(with(token).get("/v1/customers"), 403, "subject-blocked");
        problem(with(token).header("Idempotency-Key", "k").post("/v1/customers"), 403, "subject-blocked");
        problem(with(token).get("/v1/no-such-thing"), 403, "subject-blocked");
        problem(with(token).delete("/v1/customers"), 403, "subject-blocked");
        var session = Cast.launched("partner-super-admin", partner, customer, "s-" + customer);
        problem(with(session).get("/v1/whoami"), 403, "subject-blocked");

        with(colleague).get("/v1/customers").then().statusCode(200);
        with(Cast.partner("partner-super-admin", Ids.next()))
                .get("/v1/customers")
                .then()
                .statusCode(200);
        with(Cast.customerAdmin(customer)).get(dashboards).then().statusCode(200);

        tellAccess("active", null, 2);
        awaitStatus("/v1/whoami", 200);
    }

    /** Operators, usage reporters and customers' administrators act for no partner, and anybody may act for several. */
    @ParameterizedTest
    @ValueSource(strings = {"operator", "reporter", "customer-admin", "partner"})
    void whoIsBlockedEverywhereIsBlockedWhateverItIs(String kind) {
        var subject = "everywhere-" + Ids.next();
        var token = tokenOf(kind, subject);
        var path = kind.equals("reporter") ? "/v1/usage-records/count" : "/v1/whoami";
        with(token).get(path).then().statusCode(200);

        tellEverywhere(subject, "blocked", null, 1);
        await().atMost(PATIENCE).until(() -> with(token).get(path).statusCode() == 403);
        problem(with(token).get(path), 403, "subject-blocked");
        problem(with(token).post("/v1/partners"), 403, "subject-blocked");
        with(tokenOf(kind, "another-" + subject)).get(path).then().statusCode(200);

        var ended = now();
        tellEverywhere(subject, "active", ended, 2);
        await().atMost(PATIENCE).until(() -> with(token).get(path).statusCode() == 401);
        problem(with(token).get(path), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("session has ended"));
    }

    private String tokenOf(String kind, String subject) {
        var its =
                switch (kind) {
                    case "operator" -> Cast.token("vendor-operator", partner).claim("partner_id", null);
                    case "reporter" -> Cast.token("usage-reporter", partner).claim("partner_id", null);
                    case "customer-admin" ->
                        Cast.token("customer-admin", partner)
                                .claim("partner_id", null)
                                .claim("customer_id", customer.toString());
                    default -> Cast.token("partner-super-admin", partner);
                };
        return its.claim("sub", subject).token();
    }

    private Response blockAnna(String news) {
        return with(Cast.operator())
                .urlEncodingEnabled(false)
                .body("{}")
                .contentType("application/json")
                .put("/v1/administrators/partner-super-admin%40msp.example/access?partnerId=" + partner
                        + "&stub=news&news=" + news);
    }

    @Test
    void whatTheOwnersAnswerSaysHasChangedNeedsNoQuestion() {
        var access = Stub.access(partner, ANNA, "blocked", null, 1);
        var before = questions();

        blockAnna(Stub.news(access)).then().statusCode(200).header("Kontor-News", nullValue());

        problem(with(token).get("/v1/whoami"), 403, "subject-blocked");
        assertThat(questions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "c3ViamVjdC94.e30", "-.-"})
    void whatItSaysInVainIsAskedFor(String news) {
        Stub.partner(partner, false, Stub.access(partner, ANNA, "blocked", null, 1), 1);
        blockAnna(news).then().statusCode(200);
        problem(with(token).get("/v1/whoami"), 403, "subject-blocked");
    }

    private static void tellEverywhere(String subject, String state, Instant sessionsEndedAt, int version) {
        Stub.access(VENDOR, subject, state, sessionsEndedAt, version).send(VENDOR);
    }

    /** Domain.md, rule 15. */
    @Test
    void itsTryAtACustomersAccountIsInTheAccessLog() {
        Stub.customer(customer, partner, "on", 1, true);
        tellAccess("blocked", null, 1);
        awaitStatus("/v1/whoami", 403);

        problem(with(token).get(dashboards), 403, "subject-blocked");

        var told = Facts.await("kontor.access.v1", record -> record.key().equals(customer.toString()));
        var entry = JsonPath.from(told.value()).setRootPath("state");
        assertThat(entry.getString("outcome")).isEqualTo("refused");
        assertThat(entry.getString("reason")).isEqualTo("subject-blocked");
    }

    @Test
    void tokensOfEndedSessionsAreRefusedAndLaterOnesCount() {
        var ended = now();
        tellAccess("active", ended, 1);
        awaitStatus("/v1/whoami", 401);

        problem(with(token).get("/v1/customers"), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("session has ended"));
        var ofThatSecond = Cast.token("partner-super-admin", partner)
                .claim("iat", ended.getEpochSecond())
                .claim("exp", ended.plusSeconds(900).getEpochSecond())
                .token();
        problem(with(ofThatSecond).get("/v1/customers"), 401, "unauthenticated");
        var later = Cast.token("partner-super-admin", partner)
                .claim("iat", ended.getEpochSecond() + 1)
                .claim("exp", ended.plusSeconds(900).getEpochSecond())
                .token();
        with(later).get("/v1/customers").then().statusCode(200);
        with(colleague).get("/v1/customers").then().statusCode(200);
    }

    @Test
    void aSuspendedPartnerReadsWhatItOwesAndNothingElse() {
        tellPartner(true, 2);
        awaitStatus("/v1/customers", 403);

        for (var open : List.of("/v1/whoami", "/v1/partner", "/v1/statements", "/v1/statements/x/lines")) {
            with(token).get(open).then().statusCode(200);
        }
        for (var shut : List.of("/v1/customers", "/v1/policy", "/v1/products", "/v1/jobs/customers-x", dashboards)) {
            problem(with(token).get(shut), 403, "partner-suspended");
        }
        problem(with(token).post("/v1/customers"), 403, "partner-suspended");
        problem(with(colleague).get("/v1/customers"), 403, "partner-suspended");
        with(Cast.customerAdmin(customer)).get(dashboards).then().statusCode(200);
        with(Cast.reporter()).get("/v1/usage-records/count").then().statusCode(200);

        tellPartner(false, 3);
        awaitStatus("/v1/customers", 200);
    }

    @Test
    void whatIsDecidedThroughThisGatewayTheNextCallKnows() {
        var access = Stub.access(partner, ANNA, "blocked", null, 1);
        Stub.partner(partner, false, access, 1);
        with(colleague).get("/v1/customers").then().statusCode(200);
        with(Cast.operator())
                .urlEncodingEnabled(false)
                .body("{}")
                .contentType("application/json")
                .put("/v1/administrators/partner-super-admin%40msp.example/access?partnerId=" + partner)
                .then()
                .statusCode(200);
        problem(with(token).get("/v1/customers"), 403, "subject-blocked");

        var reporter = tokenOf("reporter", "decided-" + partner);
        Stub.everywhere(Stub.access(VENDOR, "decided-" + partner, "blocked", null, 1));
        with(Cast.operator())
                .body("{}")
                .contentType("application/json")
                .put("/v1/administrators/decided-" + partner + "/access")
                .then()
                .statusCode(200);
        problem(with(reporter).get("/v1/usage-records/count"), 403, "subject-blocked");

        Stub.partner(partner, true, null, 2);
        with(Cast.operator())
                .body("{}")
                .contentType("application/json")
                .post("/v1/partners/" + partner + "/suspend")
                .then()
                .statusCode(200);
        problem(with(colleague).get("/v1/customers"), 403, "partner-suspended");
    }

    @ParameterizedTest
    @EnumSource
    void anEventStreamEndsWithWhoFollowsIt(HttpClient.Version version) throws Exception {
        try (var events = follow(token, version)) {
            assertThat(events.readLine()).isEqualTo("data: first");
            tellAccess("blocked", null, 1);
            assertThat(endOf(events)).isTrue();
        }
        var operator = "follower-" + Ids.next();
        try (var events = follow(tokenOf("operator", operator), version)) {
            assertThat(events.readLine()).isEqualTo("data: first");
            tellEverywhere(operator, "blocked", null, 1);
            assertThat(endOf(events)).isTrue();
        }
        try (var events = follow(colleague, version)) {
            assertThat(events.readLine()).isEqualTo("data: first");
            tellPartner(true, 2);
            assertThat(endOf(events)).isTrue();
        }
    }

    @Test
    void anEventStreamEndsWithItsToken() throws Exception {
        var brief = Cast.token("partner-admin", partner)
                .claim("exp", now().getEpochSecond() + 3)
                .token();
        try (var events = follow(brief, HttpClient.Version.HTTP_1_1)) {
            assertThat(events.readLine()).isEqualTo("data: first");
            assertThat(endOf(events)).isTrue();
        }
    }

    private BufferedReader follow(String by, HttpClient.Version version) throws Exception {
        var request = HttpRequest.newBuilder(gateway.toURI().resolve("/v1/jobs/billing-1/events?stub=events"))
                .header("Authorization", "Bearer " + by)
                .timeout(PATIENCE)
                .build();
        var answer = HttpClient.newBuilder()
                .version(version)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static boolean endOf(BufferedReader events) {
        try {
            var line = events.readLine();
            while (line != null) {
                line = events.readLine();
            }
        } catch (IOException brokenOff) {
            return true;
        }
        return true;
    }

    @Test
    void whereNewsAreOldTheOwnerIsAskedAndItsAnswerRemembered() {
        Stub.heart(false);
        Stub.partner(partner, false, Stub.access(partner, ANNA, "blocked", null, 1), 1);

        awaitStatus("/v1/customers", 403);
        int asked = questions();
        for (int i = 0; i < 30; i++) {
            problem(with(token).get("/v1/customers"), 403, "subject-blocked");
        }
        assertThat(questions()).isLessThan(asked + 30);

        var subject = "old-news-" + partner;
        Stub.everywhere(Stub.access(VENDOR, subject, "blocked", null, 1));
        problem(with(tokenOf("operator", subject)).get("/v1/partners"), 403, "subject-blocked");
    }

    @Test
    void whereNobodyCanSayWhatOnlyReadsGoesOnByWhatWasKnown() {
        Stub.heart(false);
        Stub.internal(owner, 500, null);

        await().until(() -> with(token).post("/v1/customers").statusCode() == 503);
        problem(with(token).post("/v1/customers"), 503, "service-unavailable").header("Retry-After", "1");
        problem(with(token).get(dashboards), 503, "service-unavailable");
        with(token).get("/v1/customers").then().statusCode(200);
        with(token).head("/v1/customers").then().statusCode(200);
        for (var kind : List.of("operator", "reporter", "customer-admin")) {
            Stub.internal("/internal/subjects/silent-" + kind, 500, null);
        }
        var operator = tokenOf("operator", "silent-operator");
        with(operator).get("/v1/partners").then().statusCode(200);
        problem(with(operator).post("/v1/partners"), 503, "service-unavailable").header("Retry-After", "1");
        with(tokenOf("customer-admin", "silent-customer-admin"))
                .get(dashboards)
                .then()
                .statusCode(200);
        // What was used must not be lost to an outage.
        with(tokenOf("reporter", "silent-reporter"))
                .post("/v1/usage-records")
                .then()
                .statusCode(200);

        Stub.heart(true);
        await().until(() -> with(token).post("/v1/customers").statusCode() == 200);
    }

    @Test
    void whomNobodyKnowsGetsInNowhere() {
        var unknown = Ids.next();
        Stub.internal("/internal/partners/" + unknown, 404, null);
        problem(with(Cast.partner("partner-super-admin", unknown)).get("/v1/customers"), 401, "unauthenticated");
        problem(with(Cast.partner("partner-super-admin", VENDOR)).get("/v1/customers"), 401, "unauthenticated");
        Stub.internal("/internal/partners/" + unknown, 200, Map.of("programs", List.of(), "version", 1));
        with(Cast.partner("partner-super-admin", unknown))
                .get("/v1/customers")
                .then()
                .statusCode(200);
    }
}
