package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries (api.md, "every answer"). */
@GatewayTest
class EveryAnswerTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final UUID partner = Ids.next();

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private Response get(String path, String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get(path);
    }

    @Test
    void itSaysWhenItWasMadeAndOfWhichTraceItIs() {
        var token = Cast.partner("partner-super-admin", partner);
        var answers = Stream.of(get("/v1/customers", token), get("/v1/customers", "none"), get("/v1/nothing", token));

        answers.forEach(answer -> {
            answer.then()
                    .header("Date", matchesPattern("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT"))
                    .header("traceparent", matchesPattern("00-" + TRACE + "-[0-9a-f]{16}-01"));
            var made = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
            assertThat(Duration.between(made.toInstant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void whatIsReadIsNobodyElsesAndAskedForAgain() {
        get("/v1/customers", Cast.partner("partner-super-admin", partner))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "*/*;q=0", "text/csv, image/*", "application/json;q=0"})
    void whoAcceptsNothingThatThereIsIsToldWhatThereIs(String accept) {
        for (var path : new String[] {"/v1/whoami", "/v1/policy", "/openapi.json"}) {
            given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                    .header("Accept", accept)
                    .get(path)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-acceptable"))
                    .body("mediaTypes", contains("application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/*", "", "text/html;q=0.1, application/json", "garbage, */*"})
    void andWhoAcceptsItGetsIt(String accept) {
        for (var path : new String[] {"/v1/whoami", "/v1/policy", "/problems/not-found", "/"}) {
            given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                    .header("Accept", accept)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-,de", "*-", "de;q=x", ",", "_"})
    void aRefusalIsSaidInSomeLanguageWhateverWasAskedFor(String languages) {
        given().header("Accept-Language", languages)
                .get("/v1/customers")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }
}
