package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody takes the suite away from the others, and everybody sees what is left. */
@GatewayTest
class LimitsJourneyTest {

    /** How many requests of a partner may be under way here. */
    private static final int OPEN = 20;

    private final UUID partner = Ids.next();

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private Response ask(UUID who) {
        return given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", who))
                .get("/v1/whoami");
    }

    @Test
    void answersTellTheTightestLimit() {
        ask(partner)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"partner\";q=5;w=1;burst=200"))
                .header("RateLimit", matchesPattern("\"partner\";r=199;t=1"));
        given().header("Authorization", "Bearer " + Cast.operator())
                .get("/v1/whoami")
                .then()
                .header("RateLimit-Policy", equalTo("\"client\";q=2000;w=1;burst=5000"));
        given().get("/problems/not-found").then().header("RateLimit", startsWith("\"address\";r="));
        given().get("/v1/whoami").then().statusCode(401).header("RateLimit", startsWith("\"address\";r="));
    }

    @Test
    void aPartnerThatAsksTooMuchIsToldWhenToComeBackAndNoOtherNotices() {
        var refused = Stream.generate(() -> ask(partner))
                .limit(2_000)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst();
        assertThat(refused).isPresent();
        problem(refused.get(), 429, "rate-limited")
                .header("Retry-After", "1")
                .header("RateLimit", matchesPattern("\"partner\";r=0;t=[0-9]+"));
        var other = Ids.next();
        Stub.partner(other);
        ask(other).then().statusCode(200);
    }

    @Test
    void aPartnerThatHasTooMuchUnderWayWaitsForTheEndOfSomeAndNoOtherNotices() throws Exception {
        var events = HttpRequest.newBuilder(gateway.toURI().resolve("/v1/jobs/billing-1/events?stub=events"))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                .build();
        var client = HttpClient.newHttpClient();
        var streams = Stream.generate(() -> client.sendAsync(events, HttpResponse.BodyHandlers.ofInputStream()))
                .limit(OPEN)
                .map(CompletableFuture::join)
                .toList();
        assertThat(streams).allMatch(stream -> stream.statusCode() == 200);

        problem(ask(partner), 429, "rate-limited").header("Retry-After", "1");
        var other = Ids.next();
        Stub.partner(other);
        ask(other).then().statusCode(200);

        streams.forEach(stream -> {
            try {
                stream.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().untilAsserted(() -> ask(partner).then().statusCode(200));
    }

    @Test
    void whatAnotherReplicaLetThroughCountsHereAndTheOtherWayRound() {
        ask(partner).then().statusCode(200);
        assertThat(Facts.await("kontor.limits.v1", record -> record.value().contains(partner.toString()))
                        .value())
                .contains("\"" + partner + "\":1");
        await().until(() -> {
            Facts.send(
                    "kontor.limits.v1",
                    "another-replica",
                    "limits.taken",
                    partner,
                    "{\"clients\":{},\"partners\":{\"" + partner + "\":200}}");
            return ask(partner).statusCode() == 429;
        });
    }
}
