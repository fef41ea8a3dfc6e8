package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anyone may read about the API without a token. */
@GatewayTest
class DocumentsTest {

    @Test
    void theDocumentIsServedAsJsonAndYaml() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", containsString("3.1"))
                .body("paths.size()", greaterThan(20))
                .body("paths.'/v1/customers/{customerId}/launch'.post.x-access.plane", equalTo("customer"));
        given().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("operationId: launchCustomer"));
    }

    @Test
    void theLimitsItShowsAreThoseThatAreSet() {
        given().get("/openapi.json").then().body("x-rate-limits.partner.burst", equalTo(200));
    }

    /** Where clients get tokens was not said here, and a made-up address would send their secrets somewhere. */
    @Test
    void theIssuerItNamesIsTheOneThatIsTrusted() {
        given().get("/openapi.json")
                .then()
                .body(
                        "components.securitySchemes.openIdConnect.openIdConnectUrl",
                        equalTo("https://idp.example/.well-known/openid-configuration"))
                .body("components.securitySchemes.oauth2", nullValue())
                .body("security.collectMany { it.keySet() }", contains("openIdConnect", "bearer"))
                .body(
                        "paths.'/v1/customers'.get.security.collectMany { it.keySet() }",
                        contains("openIdConnect", "bearer"));
    }

    @Test
    void whatAReaderHasAlreadyIsNotSentAgain() {
        var tag = given().get("/openapi.json").header("ETag");
        given().header("If-None-Match", tag).get("/openapi.json").then().statusCode(304);
    }

    @Test
    void thePageAsksNobodyElseForAnything() {
        var page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                not(containsString("http")),
                                not(containsString("unsafe"))))
                .extract()
                .asString();
        var files = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        int found = 0;
        while (files.find()) {
            assertThat(files.group(1)).startsWith("/docs/");
            given().get(files.group(1)).then().statusCode(200);
            found++;
        }
        assertThat(found).isGreaterThan(3);
    }

    /** An import is a file that the page asks for, too. */
    @Test
    void everyModuleOfThePageIsThere() {
        var imported = Pattern.compile("(?:from|import) '\\./([^']+)'");
        int found = 0;
        for (var module : new String[] {"page.js", "start.js", "schema.js", "trial.js", "elements.js", "samples.js"}) {
            var imports = imported.matcher(given().get("/docs/" + module).asString());
            while (imports.find()) {
                given().get("/docs/" + imports.group(1)).then().statusCode(200).contentType("text/javascript");
                found++;
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void whatTheDocumentRefersToIsThere() {
        var changes = given().get("/openapi.json").jsonPath().getString("externalDocs.url");
        given().get(changes).then().statusCode(200).contentType("text/markdown").body(containsString("# What changed"));
    }

    @ParameterizedTest
    @CsvSource({"first.sh", "first.ts", "first.py"})
    void theFirstScriptsAreTextWithAddressesToPutIn(String file) {
        given().get("/docs/" + file)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("https://kontor.example"))
                .body(containsString("https://issuer.example/token"));
    }

    @ParameterizedTest
    @CsvSource({"swagger-initializer.js", "index.html", "..", "%2e%2e", "application.properties"})
    void onlyTheFilesOfThePageAreGivenOut(String file) {
        assertThat(given().urlEncodingEnabled(false).get("/docs/" + file).statusCode())
                .isIn(400, 404);
    }

    @Test
    void theEntranceLeadsPeopleToThePageAndProgramsToTheDocument() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", "/docs");
        given().accept("application/json").get("/").then().statusCode(200).body("openapi[0]", equalTo("/openapi.json"));
        problem(given().get("/?x=1"), 400, "unknown-parameter");
    }

    @Test
    void noAnswerMayBeFramedSniffedOrRun() {
        for (var path : new String[] {"/openapi.json", "/docs", "/problems/not-found", "/v1/customers", "/nowhere"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            allOf(containsString("frame-ancestors 'none'"), containsString("base-uri 'none'")));
        }
    }
}
