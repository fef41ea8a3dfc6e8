package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service gets exactly what was authorised, with a passport it can verify, and the caller exactly the answer. */
@GatewayTest
class WhatServicesSeeTest {

    private final UUID partner = Ids.next();

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private RequestSpecification superAdmin() {
        return given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner));
    }

    private JwtClaims passport(String authorization, String type, String audience) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(management.toURI().resolve("/jwks").toString())))
                .setExpectedIssuer("kontor-gateway")
                .setExpectedAudience(audience)
                .setExpectedType(true, type)
                .setRequireExpirationTime()
                .build()
                .processToClaims(authorization.substring("Bearer ".length()));
    }

    @Test
    void aPassportTakesTheTokensPlace() throws Exception {
        var seen = superAdmin()
                .urlEncodingEnabled(false)
                .get("/v1/customers?limit=5&search=a%20b")
                .then()
                .statusCode(200)
                .extract();
        assertThat(seen.<String>path("uri")).isEqualTo("/v1/customers?limit=5&search=a%20b");
        var passport = passport(seen.path("headers.authorization"), "passport+jwt", "kontor");
        assertThat(passport.getSubject()).isEqualTo("partner-super-admin@msp.example");
        assertThat(passport.getClaimsMap())
                .containsEntry("kind", "partner")
                .containsEntry("partner_id", partner.toString())
                .containsEntry("role", "partner-super-admin")
                .containsEntry("customers", "all")
                .containsEntry("programs", List.of("msp-flex"))
                .doesNotContainKeys("customer_id", "act", "sid");
        assertThat(passport.getStringListClaimValue("permissions"))
                .contains("customers:disconnect")
                .hasSize(17);
        assertThat(passport.getExpirationTime().getValue()
                        - passport.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void passportsSayWhatEachKindIs() throws Exception {
        var customer = Ids.next();
        assertThat(of(Cast.customerAdmin(customer), "/v1/customers/" + customer + "/launch-sessions")
                        .getClaimsMap())
                .containsEntry("kind", "customer")
                .containsEntry("customer_id", customer.toString())
                .containsEntry("permissions", List.of("customer-admin"))
                .doesNotContainKey("partner_id");
        assertThat(of(Cast.operator(), "/v1/partners").getClaimsMap())
                .containsEntry("kind", "operator")
                .containsEntry("permissions", List.of("vendor-operator"));
        assertThat(of(Cast.reporter(), "/v1/usage-records/count").getClaimsMap())
                .containsEntry("kind", "reporter")
                .containsEntry("permissions", List.of("usage-reporter"));
        assertThat(of(Cast.partner("partner-admin", partner), "/v1/customers").getClaimsMap())
                .containsEntry("customers", "assigned");
        var anonymous = given().contentType("application/json").body("{}").post("/v1/launch-sessions");
        assertThat(passport(anonymous.path("headers.authorization"), "passport+jwt", "kontor")
                        .getClaimsMap())
                .containsEntry("kind", "anonymous")
                .containsEntry("sub", "anonymous")
                .containsEntry("permissions", List.of());
    }

    private JwtClaims of(String token, String path) throws Exception {
        var seen = given().header("Authorization", "Bearer " + token).get(path);
        assertThat(seen.statusCode()).isEqualTo(200);
        return passport(seen.path("headers.authorization"), "passport+jwt", "kontor");
    }

    @Test
    void theSameCallerTravelsOnTheSamePassport() {
        var one = superAdmin().get("/v1/customers").<String>path("headers.authorization");
        var two = superAdmin().get("/v1/licenses").<String>path("headers.authorization");
        assertThat(two).isEqualTo(one);
    }

    @Test
    void questionsCarryAServicePassport() throws Exception {
        superAdmin().get("/v1/customers").then().statusCode(200);
        var seen = Stub.seen("/internal/partners/" + partner).get(0);
        @SuppressWarnings("unchecked")
        var headers = (Map<String, String>) seen.get("headers");
        var claims = passport(headers.get("authorization"), "service+jwt", "kontor-customers");
        assertThat(claims.getStringListClaimValue("permissions")).containsExactly("internal");
        assertThat(claims.getSubject()).isEqualTo("kontor-gateway");
    }

    @Test
    void nothingElseThatPretendsGetsThrough() {
        var seen = superAdmin()
                .header("X-Partner-Id", Ids.next().toString())
                .header("X_Partner_Id", "x")
                .header("X-Kontor-Passport", "x")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Original-URL", "/internal/customers")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Proxy-Authorization", "x")
                .header("Cookie", "a=b")
                .header("Connection", "keep-alive, X-Trick, If-Match")
                .header("X-Trick", "x")
                .header("If-Match", "\"1\"")
                .header("TE", "trailers")
                .header("Idempotency-Key", "k-1")
                .header("Accept-Language", "de")
                .get("/v1/customers");
        Map<String, String> headers = seen.path("headers");
        assertThat(headers.keySet())
                .containsExactlyInAnyOrder(
                        "authorization",
                        "traceparent",
                        "host",
                        "accept",
                        "accept-encoding",
                        "accept-language",
                        "idempotency-key",
                        "user-agent",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "x-forwarded-proto");
        assertThat(headers)
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-host", "127.0.0.1:8080")
                .containsEntry("accept-language", "de");
        assertThat(headers.get("host")).isNotEqualTo("127.0.0.1:" + RestAssured.port);
    }

    @Test
    void theTraceGoesOn() {
        superAdmin()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .get("/v1/customers")
                .then()
                .body("headers.traceparent", matchesPattern("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00"));
    }

    @Test
    void bodiesStreamBothWays() {
        given().header("Authorization", "Bearer " + Cast.reporter())
                .contentType("application/octet-stream")
                .body(new byte[5 * 1024 * 1024])
                .post("/v1/usage-records")
                .then()
                .body("length", equalTo(5 * 1024 * 1024))
                .body("method", equalTo("POST"));
        assertThat(superAdmin().get("/v1/customers?stub=big").asByteArray()).hasSize(20 * 1024 * 1024);
    }

    @Test
    void tooLargeABodyIsRefused() {
        problem(
                superAdmin()
                        .contentType("application/octet-stream")
                        .body(new byte[1024 * 1024 + 1])
                        .put("/v1/partner/logo"),
                413,
                "too-large");
        superAdmin()
                .contentType("application/octet-stream")
                .body(new byte[1024 * 1024])
                .put("/v1/partner/logo")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + Cast.reporter())
                .contentType("application/json")
                .body(new byte[15 * 1024 * 1024])
                .post("/v1/usage-records")
                .then()
                .statusCode(200);
    }

    @Test
    void answersComeThroughWithoutWhatIsInside() {
        var answer = superAdmin().get("/v1/customers?stub=hops");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1.a\"");
        for (var inside : List.of("X-Inside", "Keep-Alive", "Server", "X-Powered-By", "Set-Cookie")) {
            assertThat(answer.header(inside)).as(inside).isNull();
        }
        superAdmin()
                .get("/v1/customers?stub=not-modified")
                .then()
                .statusCode(304)
                .header("ETag", "\"1.a\"");
        superAdmin().delete("/v1/partner/logo?stub=no-content").then().statusCode(204);
        superAdmin().head("/v1/customers").then().statusCode(200);
    }
}
