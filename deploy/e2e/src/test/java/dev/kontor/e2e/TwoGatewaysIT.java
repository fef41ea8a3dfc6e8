package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static dev.kontor.e2e.Caller.refused;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who is blocked through one replica of the gateway is refused by each (rule 40); how soon is measured
 * by {@code deploy/bench/run cutoff}.
 */
@ExtendWith(RunningSuite.class)
class TwoGatewaysIT {

    private final String leaver = "leaver-" + UUID.randomUUID();

    @Test
    void aClientBlockedThroughOneIsRefusedByBoth(Suite suite) throws Exception {
        var operator = suite.token("vendor-operator");
        var partner = answered(
                        suite.caller("vendor-operator").post("/v1/partners", Situation.partner("Leaving", "msp-flex")),
                        201)
                .jsonPath()
                .getString("id");
        var boss = suite.token("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
        var client = suite.token("partner-admin", "partner_id", partner, "programs", "msp-flex", "subject", leaver);
        var reporter = suite.token("usage-reporter", "subject", leaver);
        try (var other = suite.anotherGateway()) {
            var gateways = List.of(suite.url(), other.url());
            for (var gateway : gateways) {
                await().until(() -> whoami(gateway, client).statusCode() == 200);
                await().until(() -> whoami(gateway, reporter).statusCode() == 200);
            }

            // Each through another one: neither knows only what went through itself.
            answered(block(suite.url(), boss), 200);
            for (var gateway : gateways) {
                await().until(() -> whoami(gateway, client).statusCode() != 200);
                refused(whoami(gateway, client), 403, "subject-blocked");
                answered(whoami(gateway, boss), 200);
                answered(whoami(gateway, reporter), 200);
            }
            answered(block(other.url(), operator), 200);
            for (var gateway : gateways) {
                await().until(() -> whoami(gateway, reporter).statusCode() != 200);
                refused(whoami(gateway, reporter), 403, "subject-blocked");
                answered(whoami(gateway, operator), 200);
            }
        }
    }

    private Response block(String gateway, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("state", "blocked", "reason", "Left"))
                .put(gateway + "/v1/administrators/" + leaver + "/access");
    }

    private static Response whoami(String gateway, String token) {
        return given().auth().oauth2(token).get(gateway + "/v1/whoami");
    }
}
