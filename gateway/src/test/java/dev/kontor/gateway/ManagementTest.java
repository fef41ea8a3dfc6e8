package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The port that nobody outside sees. */
@GatewayTest
class ManagementTest {

    @TestHTTPResource(value = "/", management = true)
    URL management;

    private RequestSpecification inside() {
        return given().baseUri("http://" + management.getHost()).port(management.getPort());
    }

    @Test
    void readinessWaitsForKeysAndConsent() {
        await().until(() -> inside().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void onlyThePublicHalfOfTheKeyIsShown() {
        inside().get("/jwks")
                .then()
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void theClockGoesForwardOnly() {
        String offset = inside().get("/clock").then().statusCode(200).extract().path("offset");
        inside().body("{\"offset\":\"-PT1S\"}").put("/clock").then().statusCode(409);
        inside().body("{\"offset\":\"" + offset + "\"}").put("/clock").then().statusCode(200);
        inside().body("{\"offset\":\"soon\"}").put("/clock").then().statusCode(400);
        inside().body("{}").put("/clock").then().statusCode(400);
    }
}
