package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service or a caller that is away, hangs, or breaks off in the middle: nobody takes a part for the whole. */
@GatewayTest
class WhenSomeoneFailsTest {

    private final UUID partner = Ids.next();

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private RequestSpecification superAdmin() {
        return given().header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner));
    }

    @Test
    void aServiceThatHangsUpIsUnavailable() {
        problem(superAdmin().get("/v1/customers?stub=hang-up"), 503, "service-unavailable")
                .header("Retry-After", "1");
        superAdmin().get("/v1/customers").then().statusCode(200);
    }

    @Test
    void whatOnlyReadsIsAskedASecondTimeAndAWriteIsNot() {
        var mark = "mark=" + Ids.next();
        superAdmin().get("/v1/customers?stub=hang-up-once&" + mark).then().statusCode(200);
        assertThat(Stub.seen(mark)).hasSize(2);
        var write = "mark=" + Ids.next();
        problem(
                superAdmin()
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/customers?stub=hang-up-once&" + write),
                503,
                "service-unavailable");
        assertThat(Stub.seen(write)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondTryComesThroughWhateverTheCallerSpeaks(HttpClient.Version version) throws Exception {
        var client = HttpClient.newBuilder().version(version).build();
        for (int i = 0; i < 2; i++) {
            var request = HttpRequest.newBuilder(
                            gateway.toURI().resolve("/v1/customers?stub=hang-up-once&mark=" + Ids.next()))
                    .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        problem(superAdmin().get("/v1/customers?stub=silence"), 503, "service-unavailable");
    }

    @Test
    void aServiceThatIsAwayIsLeftAloneAndTheOthersGoOn() {
        await().until(() -> {
            for (int i = 0; i < 5; i++) {
                superAdmin().get("/v1/usage?stub=hang-up");
            }
            var mark = "mark=" + Ids.next();
            return superAdmin().get("/v1/usage?" + mark).statusCode() == 503
                    && Stub.seen(mark).isEmpty();
        });
        superAdmin().get("/v1/customers").then().statusCode(200);
        await().until(() -> superAdmin().get("/v1/usage").statusCode() == 200);
        superAdmin().get("/v1/usage").then().statusCode(200);
    }

    @Test
    void anAnswerThatBreaksOffIsNeverTakenForAWholeOne() {
        assertThatThrownBy(
                        () -> superAdmin().get("/v1/customers?stub=break-off").asString())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aBodyThatTurnsOutTooLongReachesNobodyAsAWholeOne() throws Exception {
        var mark = "mark=" + Ids.next();
        var endless =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[13 * 1024 * 1024]));
        var request = HttpRequest.newBuilder(gateway.toURI().resolve("/v1/partner/logo?" + mark))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                .timeout(Duration.ofSeconds(60))
                .PUT(endless)
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        } catch (IOException cut) {
            assertThat(cut).isNotNull();
        }
        superAdmin().get("/v1/customers").then().statusCode(200);
        assertThat(Stub.seen(mark)).isEmpty();
    }

    @Test
    void anEventIsThereAtOnceAndWhoeverHangsUpEndsTheStream() throws Exception {
        var mark = "mark=" + Ids.next();
        var request = HttpRequest.newBuilder(gateway.toURI().resolve("/v1/jobs/billing-1/events?stub=events&" + mark))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: first");
            assertThat(Stub.seen(mark + "#gone")).isEmpty();
        }
        await().until(() -> !Stub.seen(mark + "#gone").isEmpty());
    }
}
