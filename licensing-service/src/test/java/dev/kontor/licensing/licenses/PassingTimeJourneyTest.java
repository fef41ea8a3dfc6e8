package dev.kontor.licensing.licenses;

import static dev.kontor.licensing.Situation.aTrialOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody does anything; time passes. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class PassingTimeJourneyTest {

    @Test
    void rule16ATrialRunsOutAndLapsesAndTheOthersAreTold() {
        var trial = aTrialOf("endpoint-advanced");
        CustomersServiceStub.knows(trial.customer, trial.answer(false));
        list(trial, "trial").then().body("items.product.code", contains("endpoint-advanced"));

        TestClock.moveTo(trial.createdAt.plus(Duration.ofDays(30)));

        list(trial, "trial").then().body("items", empty());
        list(trial, "expired").then().body("items.product.code", contains("endpoint-advanced"));
        var expired = trial.awaitLicenses("expired");
        assertThat(expired.at("/event/cause").asText()).isEqualTo("time-passed");
        assertThat(expired.at("/event/effectiveAt").asText())
                .isEqualTo(trial.createdAt.plus(Duration.ofDays(30)).toString());
        assertThat(expired.at("/state/version").asLong()).isEqualTo(2);

        TestClock.moveTo(trial.createdAt.plus(Duration.ofDays(90)));

        list(trial, "lapsed").then().body("items.product.code", contains("endpoint-advanced"));
        assertThat(trial.awaitLicenses("lapsed").at("/state/version").asLong()).isEqualTo(3);
    }

    private static Response list(Situation situation, String status) {
        return given().header("Authorization", Passports.partnerSuperAdmin(situation.partner))
                .queryParam("customerId", situation.customer)
                .queryParam("status", status)
                .get("/v1/licenses");
    }
}
