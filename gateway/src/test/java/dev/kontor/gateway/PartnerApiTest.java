package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.gateway.partnerapi.PartnerApi;
import dev.kontor.gateway.policy.PolicyFile;
import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts written for the vendor's own partner API find its tokens, headers and refusals here (domain.md rule 44). */
@GatewayTest
class PartnerApiTest {

    private static final Set<String> ERROR =
            Set.of("error", "message", "code", "correlationId", "requestId", "createdAt", "docUrl");

    private final UUID partner = Ids.next();
    private final UUID customer = Ids.next();

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private RequestSpecification caller(String role) {
        return given().header("Authorization", "Bearer " + Cast.partner(role, partner));
    }

    private RequestSpecification script() {
        return caller("partner-super-admin").header("X-Partner-ID", partner);
    }

    private static void refused(ValidatableResponse answer, int status, String error, String code) {
        answer.statusCode(status)
                .contentType("application/json")
                .body("error", equalTo(error))
                .body("code", equalTo(code))
                .body("docUrl", equalTo("http://127.0.0.1:8080/problems/" + code));
        assertThat(answer.extract().jsonPath().getMap("$").keySet()).isEqualTo(ERROR);
        assertThat(UUID.fromString(answer.extract().path("correlationId"))).isNotNull();
    }

    private static RequestSpecification form(String client, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", secret)
                .formParam("scope", "token");
    }

    @Test
    void aTokenHasExactlyTheVendorsMembersWhateverTheIssuerAdds() {
        var client = "sync-" + partner;
        var json = given().contentType("application/json")
                .body(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client,
                        "client_secret", "s3cret&",
                        "scope", "token"));
        for (var request : List.of(form(client, "s3cret&"), json)) {
            var token = request.post("/api/v2/oauth2/token")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("access_token", equalTo("header.claims.signature"))
                    .body("token_type", equalTo("bearer"))
                    .body("expires_in", equalTo(7200))
                    .body("refresh_token", nullValue())
                    .body("errorCode", equalTo("success"))
                    .body("message", equalTo("OK"));
            assertThat(token.extract().jsonPath().getMap("$").keySet())
                    .isEqualTo(Set.of(
                            "access_token",
                            "token_type",
                            "expires_in",
                            "refresh_token",
                            "errorCode",
                            "message",
                            "trackingId"));
        }
        // With it a client-credentials token would have no permission at all.
        assertThat(Stub.seen("/issuer-token"))
                .filteredOn(seen -> String.valueOf(seen).contains("Basic"))
                .allSatisfy(seen -> assertThat(seen.get("body")).isEqualTo("grant_type=client_credentials"));
    }

    @Test
    void aClientThatTheIssuerRefusesReadsTheVendorsWords() {
        form("wrong-" + partner, "guess")
                .post("/api/v2/oauth2/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("errorCode", equalTo("oauth.invalid_client_secret"))
                .body("message", equalTo("Unauthorized"))
                .body("trackingId.length()", equalTo(36));
    }

    @Test
    void whoTriesSecretAfterSecretIsNoLongerAskedAbout() {
        var client = "guessed-" + partner;
        for (int i = 0; i < 10; i++) {
            form(client, "guess-" + i).post("/api/v2/oauth2/token").then().statusCode(401);
        }
        var refused = form(client, "s3cret&").post("/api/v2/oauth2/token").then();
        refused(refused, 429, "tooManyRequests", "rate-limited");
        refused.header("Retry-After", equalTo("60"));
        form("another-" + partner, "s3cret&")
                .post("/api/v2/oauth2/token")
                .then()
                .statusCode(200);
    }

    @Test
    void tokensAreNotRefreshed() {
        given().contentType("application/json")
                .body(Map.of("grant_type", "refresh_token", "refresh_token", "any"))
                .post("/api/v2/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"))
                .body("errorCode", equalTo("oauth.unsupported_grant_type"));
    }

    @Test
    void anIssuerThatIsAwayIsToldWithTheTimeToComeBack() {
        var answer = form("broken", "any").post("/api/v2/oauth2/token").then();
        refused(answer, 503, "serviceUnavailable", "service-unavailable");
        answer.header("Retry-After", equalTo("5"));
    }

    @Test
    void aTokenRequestIsShort() {
        refused(
                given().contentType("application/json")
                        .body(Map.of("client_secret", "x".repeat(20_000)))
                        .post("/api/v2/oauth2/token")
                        .then(),
                413,
                "badRequest",
                "too-large");
    }

    @Test
    void xPartnerIdMustBeTheTokensAndReachesNoService() {
        var seen = script().get("/partner/v1/tenants?page=1").then().statusCode(200);
        seen.body("headers.x-partner-id", nullValue());
        refused(
                caller("partner-super-admin").get("/partner/v1/tenants").then(),
                401,
                "Unauthorized",
                "partner-header-missing");
        for (var other : List.of(Ids.next().toString(), "me", "")) {
            refused(
                    caller("partner-super-admin")
                            .header("X-Partner-ID", other)
                            .get("/partner/v1/tenants")
                            .then(),
                    403,
                    "forbidden",
                    "partner-header-other");
        }
        refused(
                given().header("Authorization", "Bearer " + Cast.operator())
                        .header("X-Partner-ID", partner)
                        .get("/partner/v1/tenants")
                        .then(),
                403,
                "forbidden",
                "partner-header-other");
    }

    @Test
    void xTenantIdIsPassedOnWhereARouteNamesItsCustomerSo() {
        caller("partner-read-only")
                .header("X-Tenant-ID", customer)
                .header("client-secret", "s3cret")
                .get("/licenses/v1/licenses")
                .then()
                .statusCode(200)
                .body("headers.x-tenant-id", equalTo(customer.toString()))
                .body("headers.client-secret", nullValue());
        script().header("X-Tenant-ID", customer)
                .get("/partner/v1/tenants")
                .then()
                .statusCode(200)
                .body("headers.x-tenant-id", nullValue());
        refused(
                caller("partner-read-only").get("/licenses/v1/licenses").then(),
                401,
                "Unauthorized",
                "tenant-header-missing");
    }

    @Test
    void aCustomerThatIsNotTheirsAndOneThatIsNoneLookAlike() {
        refused(
                caller("partner-read-only")
                        .header("X-Tenant-ID", "none")
                        .get("/licenses/v1/licenses")
                        .then(),
                403,
                "forbidden",
                "not-found");
        caller("partner-read-only")
                .header("X-Tenant-ID", customer)
                .get("/licenses/v1/licenses?stub=refusal&status=404")
                .then()
                .statusCode(403)
                .body("error", equalTo("forbidden"));
    }

    @Test
    void aServicesProblemIsSaidInTheVendorsWords() {
        var invalid =
                script().get("/partner/v1/tenants?stub=refusal&status=422").then();
        refused(invalid, 400, "badRequest", "validation-failed");
        invalid.body("message", equalTo("One value is refused. /name: must not be blank"))
                .header("Retry-After", equalTo("7"));
        refused(
                script().get("/partner/v1/tenants?stub=refusal&status=409").then(),
                409,
                "conflict",
                "validation-failed");
        script().get("/partner/v1/tenants?stub=long-refusal")
                .then()
                .statusCode(409)
                .contentType("application/json")
                .body("error", equalTo("conflict"))
                .body("message", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/organization/v1/tenants",
        "/common/v1/alerts",
        "/endpoint/v1/endpoints",
        "/partner/v1/admins",
        "/partner/v1/tenants/01932c4a-0000-7000-8000-0000000000c1/anything",
        "/licenses/v1/licenses/firewalls",
        "/account-health-check/v1/health-check",
        "/siem/v1/events",
        "/firewall/v1/firewalls",
        "/accounts/v1/accounts"
    })
    void whatBelongsToTheConsolesIsPlainlyNotOffered(String path) {
        refused(script().get(path).then(), 404, "notFound", "not-offered");
        refused(given().post(path).then(), 404, "notFound", "not-offered");
    }

    @Test
    void everyRefusalOfTheGatewayHasTheVendorsShape() throws Exception {
        refused(given().get("/whoami/v1").then(), 401, "Unauthorized", "unauthenticated");
        refused(
                given().header("Authorization", "Bearer no.jwt.atall")
                        .get("/partner/v1/tenants")
                        .then(),
                401,
                "Unauthorized",
                "unauthenticated");
        refused(
                caller("partner-help-desk")
                        .header("X-Partner-ID", partner)
                        .get("/partner/v1/billing/usage/2026/11")
                        .then(),
                403,
                "forbidden",
                "role-required");
        var other = script().post("/partner/v1/roles").then();
        refused(other, 405, "methodNotAllowed", "method-not-allowed");
        other.header("Allow", containsString("GET"));
        // A base address with a slash at its end, joined with a path that begins with one.
        var joined = URI.create("http://127.0.0.1:" + RestAssured.port + "//partner/v1/tenants");
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(joined).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"badRequest\"", "\"code\":\"path-not-acceptable\"");
    }

    @Test
    void rolesAreThePolicysAndUnknownParametersArePassedOver() {
        var roles =
                script().get("/partner/v1/roles?fields=id&cursor=none").then().statusCode(200);
        assertThat(roles.extract().jsonPath().getMap("$").keySet()).isEqualTo(Set.of("items"));
        roles.body("items.size()", equalTo(5))
                .body("items.name", hasItem("Partner Help Desk"))
                .body("items.find { it.name == 'Partner Super Admin' }.permissionSets.size()", equalTo(17));
        String id = roles.extract().path("items[4].id");
        script().get("/partner/v1/roles/" + id).then().statusCode(200).body("id", equalTo(id));
        refused(script().get("/partner/v1/roles/" + Ids.next()).then(), 404, "notFound", "not-found");
        script().get("/partner/v1/roles?type=custom").then().statusCode(200).body("items.size()", equalTo(0));
        script().get("/partner/v1/roles/permission-sets")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("customers:read"));
    }

    @Test
    void itsDocumentIsServedBesideThatOfV1() {
        given().get("/openapi-partner-v1.json")
                .then()
                .statusCode(200)
                .body("paths.size()", equalTo(9))
                .body("openapi", equalTo("3.1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/whoami", "/", "/docs", "/openapi.json", "/partners", "/problems/not-found"})
    void kontorsOwnPathsAreNot(String path) {
        assertThat(PartnerApi.isForeign(path)).isFalse();
    }

    @Test
    void whatSpeaksTheDialectIsExactlyWhatHasItsPaths() {
        assertThat(PolicyFile.load().routes()).allSatisfy(route -> assertThat(
                        PartnerApi.isForeign(route.path().toString()))
                .as(route.name())
                .isEqualTo(route.dialect() != null));
    }
}
