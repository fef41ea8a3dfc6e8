package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One partner with all the connections it may have, each with the most expensive call there is, stops nobody (rule 41). */
@ExtendWith(RunningSuite.class)
class FairnessIT {

    private static final int CONNECTIONS = 100;

    @Test
    void nobodyElsesCallFails(Suite suite) throws Exception {
        var busy = token(suite);
        var other = token(suite);
        var month = suite.now().toString().substring(0, 7);
        var large = preview(month, 10_000);
        var small = preview(month, 1);
        var begun = new CountDownLatch(1);
        var clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var flood = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> clients.submit(() -> {
                        begun.countDown();
                        return ask(suite, busy, large).statusCode();
                    }))
                    .toList();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            for (var calls = 0; calls < 20 || !flood.stream().allMatch(Future::isDone); calls++) {
                answered(ask(suite, other, small), 200);
                answered(given().auth().oauth2(other).get(suite.url() + "/v1/statements"), 200);
                answered(given().auth().oauth2(other).get(suite.url() + "/v1/customers?count=true"), 200);
            }
            for (var call : flood) {
                assertThat(call.get())
                        .as("waits for its turn, or is told to try again")
                        .isIn(200, 429);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static Response ask(Suite suite, String token, String preview) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(preview)
                .post(suite.url() + "/v1/rating-previews");
    }

    private static String preview(String month, int quantities) throws JsonProcessingException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "month",
                        month,
                        "priceBook",
                        Map.of(
                                "currency",
                                "EUR",
                                "entries",
                                List.of(Map.of(
                                        "product",
                                        Situation.MONTHLY_PRODUCT,
                                        "model",
                                        "flat",
                                        "bands",
                                        List.of(Map.of("unitPrice", "0.12345678"))))),
                        "quantities",
                        IntStream.range(0, quantities)
                                .mapToObj(i -> Map.of(
                                        "customerId",
                                        UUID.randomUUID().toString(),
                                        "product",
                                        Situation.MONTHLY_PRODUCT,
                                        "quantity",
                                        "7"))
                                .toList()));
    }

    private static String token(Suite suite) {
        var partner = answered(
                        suite.caller("vendor-operator").post("/v1/partners", Situation.partner("Fair", "msp-flex")),
                        201)
                .jsonPath()
                .getString("id");
        return suite.token("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
    }
}
