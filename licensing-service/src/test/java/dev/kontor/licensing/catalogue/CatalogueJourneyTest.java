package dev.kontor.licensing.catalogue;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.MeanwhileCreated;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class CatalogueJourneyTest {

    private static final String OPERATOR = Passports.operator();

    static java.util.stream.Stream<String> everyPrincipal() {
        return java.util.stream.Stream.of(
                Passports.partnerReadOnly(Ids.next()),
                Passports.customerAdmin(Ids.next()),
                Passports.operator(),
                Passports.usageReporter());
    }

    @ParameterizedTest
    @MethodSource("everyPrincipal")
    void anyTokenReadsACatalogueOfAllTwelveCategories(String bearer) {
        var categories = list(bearer, Map.of("limit", 200)).jsonPath().getList("items.category", String.class);

        assertThat(Set.copyOf(categories))
                .containsExactlyInAnyOrder(
                        "endpoint",
                        "server",
                        "uem",
                        "email",
                        "mobile",
                        "encryption",
                        "phish-threat",
                        "firewall",
                        "cloud",
                        "ztna",
                        "xdr",
                        "mdr");
    }

    @Test
    void rule10MonthlyAreEndpointServerAndUemProducts() {
        var codes = list(OPERATOR, Map.of("monthly", true)).jsonPath().getList("items.code", String.class);

        assertThat(codes)
                .containsExactly(
                        "endpoint-advanced",
                        "endpoint-complete",
                        "endpoint-essentials",
                        "server-advanced",
                        "server-complete",
                        "server-essentials",
                        "uem-advanced",
                        "uem-standard");
    }

    @Test
    void pagesFollowEachOtherByCursor() {
        var first = list(OPERATOR, Map.of("limit", 2, "category", "server", "count", true));
        first.then()
                .body("items.code", contains("server-advanced", "server-complete"))
                .body("total", equalTo(3))
                .header("Link", startsWith("</v1/products?"));

        list(OPERATOR, Map.of("limit", 2, "category", "server", "cursor", first.path("nextCursor")))
                .then()
                .body("items.code", contains("server-essentials"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void whatCameByMigrationReachedKafkaOnce() {
        var told = Facts.await(Situation.LICENSING, record -> record.key().equals("product/endpoint-essentials"));

        Contract.of("product.changed").assertTold(told);
        assertThat(Facts.header(told, "ce_source")).isEqualTo("/kontor/licensing");
    }

    @Test
    void theOperatorAddsAProductAndRenamesIt() {
        var code = "email-" + Ids.next();
        var created = put(code, email("Email Premium"));
        created.then().statusCode(201).body("formerNames", hasSize(0));

        put(code, email("Email Plus"))
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .body("name", equalTo("Email Plus"))
                .body("formerNames", contains("Email Premium"));

        var told = Facts.await(
                Situation.LICENSING,
                record ->
                        record.key().equals("product/" + code) && record.value().contains("Email Plus"));
        assertThat(Situation.read(told).at("/state/formerNames/0").asText()).isEqualTo("Email Premium");
        assertThat(Situation.read(told).at("/state/version").asLong()).isEqualTo(1);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        var code = "email-" + Ids.next();
        var tag = put(code, email("One")).header("ETag");
        put(code, email("Two"));

        var late = given().header("Authorization", OPERATOR)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(email("Three"))
                .put("/v1/products/" + code);

        problem(late, 412, "version-conflict");
    }

    @Test
    void aChangeOfWhatDoesNotExistCreatesNothing() {
        for (var seen : List.of("\"0.0\"", "*")) {
            var code = "email-" + Ids.next();

            problem(
                    given().header("Authorization", OPERATOR)
                            .header("If-Match", seen)
                            .contentType("application/json")
                            .body(email("Typo"))
                            .put("/v1/products/" + code),
                    412,
                    "version-conflict");
            problem(given().header("Authorization", OPERATOR).get("/v1/products/" + code), 404, "not-found");
        }
    }

    @Test
    void whatSomebodyElseCreatesMeanwhileIsNotOverwritten() throws Exception {
        var code = "email-" + Ids.next();

        var late = MeanwhileCreated.with(
                """
                insert into products (code, name, category, unit, monthly, announced)
                values ('%s', 'First', 'EMAIL', 'MAILBOX', false, true)"""
                        .formatted(code),
                () -> put(code, email("Second")));

        problem(late, 412, "version-conflict");
    }

    @Test
    void oneProductAnswers304ToWhoHasIt() {
        var tag = given().header("Authorization", OPERATOR)
                .get("/v1/products/mdr-complete")
                .header("ETag");

        given().header("Authorization", OPERATOR)
                .header("If-None-Match", tag)
                .get("/v1/products/mdr-complete")
                .then()
                .statusCode(304);
    }

    @Test
    void refusalsSayWhy() {
        problem(given().get("/v1/products"), 401, "unauthenticated");
        problem(
                given().header("Authorization", Passports.partnerSuperAdmin(Ids.next()))
                        .contentType("application/json")
                        .body(email("Mine"))
                        .put("/v1/products/email-mine"),
                403,
                "role-required");
        problem(given().header("Authorization", OPERATOR).get("/v1/products/nothing"), 404, "not-found");
        problem(
                given().urlEncodingEnabled(false)
                        .header("Authorization", OPERATOR)
                        .get("/v1/products/%00"),
                404,
                "not-found");
        problem(put("email-advanced", email("Email Advanced").replace("mailbox", "user")), 409, "product-fixed");
        problem(put("Email_Plus", email("Email")), 400, "validation-failed")
                .body("errors[0].parameter", equalTo("code"));
        problem(put("email-x", email("Email").replace("false", "true")), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/monthly"));
        problem(put("email-x", email("Email").replace("{\"", "{\"code\":\"email-y\",\"")), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/code"));
        problem(list(OPERATOR, Map.of("category", "endpiont")), 400, "validation-failed")
                .body("errors[0].parameter", equalTo("category"));
        problem(list(OPERATOR, Map.of("montly", "true")), 400, "unknown-parameter");
        problem(list(OPERATOR, Map.of("limit", "201")), 400, "validation-failed");
    }

    @Test
    void otherServicesReadItWhole() {
        given().header("Authorization", Passports.internal("customers", "licensing"))
                .get("/internal/products")
                .then()
                .statusCode(200)
                .body("find { it.code == 'uem-standard' }.category", equalTo("uem"))
                .body("find { it.code == 'uem-standard' }.version", equalTo(0));
        problem(given().header("Authorization", OPERATOR).get("/internal/products"), 403, "role-required");
    }

    private static Response list(String bearer, Map<String, ?> query) {
        return given().header("Authorization", bearer).queryParams(query).get("/v1/products");
    }

    private static Response put(String code, String body) {
        return given().header("Authorization", OPERATOR)
                .contentType("application/json")
                .body(body)
                .put("/v1/products/" + code);
    }

    private static String email(String name) {
        return "{\"name\":\"" + name + "\",\"category\":\"email\",\"unit\":\"mailbox\",\"monthly\":false}";
    }
}
