package dev.kontor.platform.security.shares;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one partner does cannot stop another (rule 41): its calls have a share of a process, and wait for each other. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class OneTenantsShareTest {

    private final UUID busy = UUID.randomUUID();

    @Inject
    Shares shares;

    @ConfigProperty(name = "kontor.shares.calls")
    int calls;

    private int held;

    @BeforeEach
    void itsWholeShareIsAtWork() {
        for (; held < calls; held++) {
            assertThat(shares.enter(busy)).isCompleted();
        }
    }

    @AfterEach
    void finish() {
        for (; held > 0; held--) {
            shares.leave(busy);
        }
    }

    @Test
    void othersAreAnsweredWhileAPartnerWaitsForItself() {
        var waiting = supplyAsync(() -> list(busy));

        assertThat(list(UUID.randomUUID()).statusCode()).isEqualTo(200);
        assertThat(waiting).isNotDone();

        finish();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
    }

    @Test
    void everyCallGivesItsTurnBack() {
        finish();
        for (var i = 0; i < 3 * calls; i++) {
            assertThat(list(busy).statusCode()).isEqualTo(200);
            problem(given().header("Authorization", bearer(busy)).get("/v1/notes?limit=0"), 400, "validation-failed");
        }
    }

    @Test
    void whoseTurnDoesNotComeIsToldToTryAgain() {
        problem(list(busy), 429, "too-many-calls").header("Retry-After", "1");
    }

    private static Response list(UUID partner) {
        return given().header("Authorization", bearer(partner)).get("/v1/notes");
    }

    private static String bearer(UUID partner) {
        return Passports.partner(partner, "anna", "partner-admin", Set.of("customers:read"))
                .bearer();
    }
}
