package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages of other origins: the configured ones may call, no other may read an answer. */
@GatewayTest
class CorsTest {

    private static final String CONSOLE = "https://console.example";
    private static final String ELSEWHERE = "https://elsewhere.example";

    private static RequestSpecification preflight(String origin, String method) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization, idempotency-key");
    }

    @Test
    void aPageMayAskBeforeItHasAToken() {
        preflight(CONSOLE, "POST")
                .options("/v1/customers")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", CONSOLE)
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD, POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Credentials", nullValue());
        preflight("http://localhost:5173", "GET")
                .options("/v1/customers")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "http://localhost:5173");
    }

    @Test
    void anotherPageHearsWhatAnyoneHears() {
        preflight(ELSEWHERE, "POST")
                .options("/v1/customers")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void answersAndRefusalsCanBeReadByAnAllowedPageOnly() {
        UUID partner = Ids.next();
        Stub.partner(partner, "msp-flex");
        var token = "Bearer " + Cast.partner("partner-super-admin", partner);
        given().header("Authorization", token)
                .header("Origin", CONSOLE)
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", CONSOLE)
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Vary", containsString("Origin"));
        given().header("Origin", CONSOLE)
                .get("/v1/customers")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", CONSOLE);
        given().header("Authorization", token)
                .header("Origin", ELSEWHERE)
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
