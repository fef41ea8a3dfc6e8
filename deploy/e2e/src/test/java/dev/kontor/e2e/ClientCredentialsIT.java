package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static dev.kontor.e2e.Caller.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a script that knows one address, a client's id and its secret comes to its first data. */
@ExtendWith(RunningSuite.class)
class ClientCredentialsIT {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Test
    void fromARefusalToTheFirstData(Suite suite) {
        var partner = partner(suite);
        var client = suite.credentials(partner);
        var challenge = given().get(suite.url() + "/v1/customers").header("WWW-Authenticate");
        var metadata = challenge.replaceAll(".*resource_metadata=\"([^\"]*)\".*", "$1");
        var issuer = answered(given().get(metadata), 200).jsonPath().getString("authorization_servers[0]");
        var endpoint = answered(given().get(issuer + "/.well-known/openid-configuration"), 200)
                .jsonPath()
                .getString("token_endpoint");
        assertThat(endpoint).isEqualTo(client.get("TOKEN_URL"));
        var document = answered(given().get(suite.url() + "/openapi.json"), 200).jsonPath();
        assertThat(document.getString("components.securitySchemes.oauth2.flows.clientCredentials.tokenUrl"))
                .isEqualTo(endpoint);

        var byDefault = new Caller(suite.url(), token(endpoint, byHeader(client), null));
        answered(byDefault.get("/v1/customers"), 200);
        assertThat(answered(byDefault.get("/v1/whoami"), 200).jsonPath().getList("permissions", String.class))
                .containsExactly("billing:read", "customers:create", "customers:read", "licenses:read");
        refused(byDefault.get("/v1/customer-groups"), 403, "scope-required");

        var asked = new Caller(suite.url(), token(endpoint, byForm(client), "groups:read"));
        answered(asked.get("/v1/customer-groups"), 200);
        refused(asked.get("/v1/customers"), 403, "scope-required");
    }

    /** What the page of the documentation shows to copy, with the addresses that it puts in. */
    @ParameterizedTest
    @CsvSource({"sh, first.sh, first.sh", "node, first.ts, first.mjs", "python3, first.py, first.py"})
    void theFirstScriptOfTheDocumentationRunsAsItIs(
            String program, String file, String copied, Suite suite, @TempDir Path folder) throws Exception {
        assumeThat(Script.isThere(program)).as(program).isTrue();
        var partner = partner(suite);
        var admin = suite.caller("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
        answered(admin.post("/v1/customers", Situation.monthly("Bäckerei Sommer")), 201);
        var client = suite.credentials(partner);
        var text = answered(given().get(suite.url() + "/docs/" + file), 200)
                .asString()
                .replace("https://kontor.example", suite.url())
                .replace("https://issuer.example/token", client.get("TOKEN_URL"));
        var script = Files.writeString(folder.resolve(copied), text);
        var process = new ProcessBuilder(program, script.toString());
        process.environment().putAll(client);
        process.environment().remove("TOKEN_URL");
        var said = process.redirectErrorStream(true).start();
        said.getOutputStream().close();
        var printed = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.waitFor()).as(printed).isZero();
        assertThat(printed).contains("Bäckerei Sommer");
    }

    @Test
    void aWrongSecretIsNoClient(Suite suite) {
        var client = suite.credentials(partner(suite));
        var wrong = given().contentType(FORM)
                .formParam("grant_type", "client_credentials")
                .auth()
                .preemptive()
                .basic(client.get("CLIENT_ID"), "guessed")
                .post(client.get("TOKEN_URL"));
        assertThat(answered(wrong, 401).jsonPath().getString("error")).isEqualTo("invalid_client");
    }

    private static String partner(Suite suite) {
        var wanted = Situation.partner("Automat " + UUID.randomUUID(), "msp-flex");
        return answered(suite.caller("vendor-operator").post("/v1/partners", wanted), 201)
                .jsonPath()
                .getString("id");
    }

    private static RequestSpecification byHeader(Map<String, String> client) {
        return given().auth().preemptive().basic(client.get("CLIENT_ID"), client.get("CLIENT_SECRET"));
    }

    private static RequestSpecification byForm(Map<String, String> client) {
        return given().formParam("client_id", client.get("CLIENT_ID"))
                .formParam("client_secret", client.get("CLIENT_SECRET"));
    }

    private static String token(String endpoint, RequestSpecification client, String scope) {
        var request = client.contentType(FORM).formParam("grant_type", "client_credentials");
        return answered((scope == null ? request : request.formParam("scope", scope)).post(endpoint), 200)
                .jsonPath()
                .getString("access_token");
    }
}
