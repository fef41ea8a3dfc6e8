package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.gateway.tokens.Forge;
import dev.kontor.platform.web.Ids;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and what everyone else hears. */
@GatewayTest
class AtTheDoorTest {

    private final UUID partner = Ids.next();

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private String superAdmin() {
        return Cast.partner("partner-super-admin", partner);
    }

    @Test
    void withoutATokenTheChallengeNamesNoError() {
        problem(given().get("/v1/customers"), 401, "unauthenticated")
                .header("WWW-Authenticate", not(containsString("error")));
    }

    @Test
    void aChallengeLeadsToTheIssuers() {
        var challenge = given().get("/v1/customers").header("WWW-Authenticate");
        assertThat(challenge).startsWith("Bearer realm=\"kontor\", resource_metadata=\"http://127.0.0.1:");
        var address = challenge.replaceAll(".*resource_metadata=\"([^\"]*)\".*", "$1");
        var said = given().get(address)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertThat(said.getString("resource") + "/.well-known/oauth-protected-resource")
                .isEqualTo(address);
        assertThat(said.getString("resource_documentation")).isEqualTo(said.getString("resource") + "/docs");
        assertThat(said.getList("authorization_servers", String.class)).containsExactly(Forge.ISSUER);
        assertThat(said.getList("bearer_methods_supported", String.class)).containsExactly("header");
        assertThat(said.getList("scopes_supported", String.class))
                .contains("customers:read", "billing:manage")
                .doesNotContain("vendor-operator");
    }

    @Test
    void whatACallerCallsUsIsNotSaidToOthers() {
        for (var host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80")) {
            problem(given().header("Host", host).get("/v1/customers"), 401, "unauthenticated")
                    .header("WWW-Authenticate", "Bearer realm=\"kontor\"");
            problem(given().header("Host", host).get("/.well-known/oauth-protected-resource"), 404, "not-found");
        }
    }

    @Test
    void aBadTokenHearsWhatIsWrongWithIt() {
        var expired =
                Cast.token("partner-admin", partner).claim("exp", 1_700_000_000).token();
        problem(with(expired).get("/v1/customers"), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .header("WWW-Authenticate", containsString("expired"));
        problem(given().header("Authorization", "Basic c2FtOnNhbQ==").get("/v1/customers"), 401, "unauthenticated");
        problem(given().queryParam("access_token", superAdmin()).get("/v1/customers"), 401, "unauthenticated");
    }

    @Test
    void whoOneIsCountsBeforeWhatThereIs() {
        problem(given().get("/v1/no-such-thing"), 401, "unauthenticated");
        problem(given().delete("/v1/customers"), 401, "unauthenticated");
        problem(with(superAdmin()).get("/v1/no-such-thing"), 404, "not-found");
        problem(with(superAdmin()).delete("/v1/customers"), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, POST");
        problem(given().get("/q/health"), 404, "not-found");
        problem(given().get("/jwks"), 404, "not-found");
        problem(given().get("/internal/customers/x"), 404, "not-found");
    }

    @Test
    void aRoleAProgrammeAndAScopeCanBeMissing() {
        problem(with(Cast.partner("partner-read-only", partner)).post("/v1/customers"), 403, "role-required");
        problem(with(superAdmin()).post("/v1/managed-orders"), 403, "program-required");
        var narrow = Cast.token("partner-super-admin", partner)
                .claim("scope", "licenses:read")
                .token();
        problem(with(narrow).get("/v1/customers"), 403, "scope-required")
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .header("WWW-Authenticate", containsString("scope=\"customers:read\""));
        with(narrow).get("/v1/licenses").then().statusCode(200);
    }

    @Test
    void problemsAreSaidInGermanToo() {
        problem(with(superAdmin()).header("Accept-Language", "de-CH, en;q=0.5").get("/v1/nichts"), 404, "not-found")
                .header("Content-Language", "de")
                .body("title", equalTo("Nicht gefunden"));
        problem(with(superAdmin()).header("Accept-Language", "fr").post("/v1/managed-orders"), 403, "program-required")
                .header("Content-Language", "en")
                .body("detail", containsString("msp-flex-connect"));
    }

    @Test
    void theCallersTraceIsNamedInTheProblem() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/customers")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body("instance", equalTo("/v1/customers"));
    }

    @Test
    void whoamiSaysWhatCounts() {
        with(Cast.partner("partner-help-desk", partner))
                .get("/v1/whoami")
                .then()
                .statusCode(200)
                .body("kind", equalTo("partner"))
                .body("subject", equalTo("partner-help-desk@msp.example"))
                .body("partnerId", equalTo(partner.toString()))
                .body("customerId", nullValue())
                .body("roles", contains("partner-help-desk"))
                .body("programs", contains("msp-flex"))
                .body("permissions", hasItems("customers:read", "reports:export"))
                .body("permissions", not(hasItem("customers:write")));
        with(Cast.operator())
                .get("/v1/whoami")
                .then()
                .body("kind", equalTo("operator"))
                .body("roles", contains("vendor-operator"));
        problem(with(Cast.operator()).get("/v1/whoami?verbose=1"), 400, "unknown-parameter")
                .body("errors[0].parameter", equalTo("verbose"));
    }

    @Test
    void thePolicyCanBeRead() {
        with(Cast.reporter())
                .get("/v1/policy")
                .then()
                .statusCode(200)
                .body("permissions.'customers:launch'", contains("super-admin", "admin"))
                .body(
                        "routes.find { it.path == '/v1/customers/{customerId}/launch' }.needsPartnerAssistance",
                        equalTo(true));
    }

    @Test
    void everyProblemHasAPage() {
        given().accept("text/html")
                .header("Accept-Language", "de")
                .get("/problems/partner-assistance-off")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Partnerunterstützung"));
        given().accept("application/json")
                .get("/problems/not-found")
                .then()
                .statusCode(200)
                .body("title", equalTo("Not found"))
                .body("answeredBy", empty());
        given().accept("application/json")
                .get("/problems/group-quota-reached")
                .then()
                .statusCode(200)
                .body("answeredBy.method", contains("POST"))
                .body("answeredBy.path", contains("/v1/customer-groups"))
                .body("answeredBy.status", contains(409))
                .body("answeredBy.href", contains("/docs#/Customer%20groups/createCustomerGroup"));
        given().accept("text/html")
                .get("/problems/group-quota-reached")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(containsString("<a href=\"/docs#/Customer%20groups/createCustomerGroup\">"))
                .body(not(containsString("{0}")));
        problem(given().get("/problems/no-such-problem"), 404, "not-found");
        problem(given().get("/problems/<script>"), 404, "not-found");
    }

    @Test
    void jobsGoToTheServiceTheirIdNames() {
        with(superAdmin()).get("/v1/jobs/billing-" + partner).then().statusCode(200);
        problem(with(superAdmin()).get("/v1/jobs/elsewhere-" + partner), 404, "not-found");
        problem(with(superAdmin()).get("/v1/jobs/" + partner), 404, "not-found");
    }

    @Test
    void aPartnerIsAskedForOnceAndAgainAfterItWasChanged() {
        var unknown = Ids.next();
        Stub.internal("/internal/partners/" + unknown, 404, null);
        // Domain.md, rule 40: nobody speaks for a partner that does not exist; that it may be new is asked each time.
        problem(with(Cast.partner("partner-super-admin", unknown)).get("/v1/whoami"), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("partner does not exist"));
        Stub.partner(unknown, "msp-flex", "msp-flex-connect");
        for (int i = 0; i < 3; i++) {
            with(Cast.partner("partner-super-admin", unknown))
                    .get("/v1/whoami")
                    .then()
                    .body("programs", contains("msp-flex", "msp-flex-connect"));
        }
        assertThat(Stub.seen("/internal/partners/" + unknown)).hasSize(2);

        Stub.internal(
                "/internal/partners/" + unknown, 200, java.util.Map.of("programs", List.of("msp-flex"), "version", 2));
        with(Cast.operator())
                .body("{}")
                .contentType("application/merge-patch+json")
                .patch("/v1/partners/" + unknown);
        with(Cast.partner("partner-super-admin", unknown))
                .get("/v1/whoami")
                .then()
                .body("programs", contains("msp-flex"));
    }
}
