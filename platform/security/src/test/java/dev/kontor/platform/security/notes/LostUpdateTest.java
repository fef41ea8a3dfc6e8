package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two calls that change the same at the same time: one is done, and the other is told so, wherever it is noticed. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class LostUpdateTest {

    private static RequestSpecification as() {
        return given().header("Authorization", Passports.partnerSuperAdmin(UUID.randomUUID()));
    }

    @Test
    void whoNamedAVersionHasLostIt() {
        problem(as().header("If-Match", "\"1.a\"").delete("/v1/lost"), 412, "version-conflict");
    }

    @Test
    void whoNamedNoneCanTryAgain() {
        problem(as().delete("/v1/lost"), 503, "service-unavailable").header("Retry-After", equalTo("1"));
    }
}
