package dev.kontor.licensing.licenses;

import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** domain.md rule 10: licences chosen from Endpoint, Server and UEM products. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ChooseProductsJourneyTest {

    @Test
    void aNewChoiceEndsWhatIsLeftOutAndShowsIt() {
        var monthly = known(aMonthlyAccountWith("endpoint-essentials", "server-advanced"));

        choose(monthly, "endpoint-complete", "server-advanced")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body(
                        "items.findAll { it.status == 'active' }.product.code",
                        containsInAnyOrder("endpoint-complete", "server-advanced"))
                .body("items.findAll { it.status == 'revoked' }.product.code", contains("endpoint-essentials"));

        activeOf(monthly).then().body("items", hasSize(2));
    }

    @Test
    void anotherQuantityStartsASegmentWhereTheLastOneEnds() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));
        TestClock.advance(Duration.ofDays(3));

        put(monthly, "{\"products\":[{\"code\":\"endpoint-advanced\",\"quantity\":50}]}")
                .then()
                .body("items", hasSize(1))
                .body("items[0].quantity", equalTo(50))
                .body("items[0].unlimited", equalTo(true));

        var segments = lastTold(monthly, 2).at("/state/licenses");
        assertThat(segments).hasSize(2);
        assertThat(segments.get(0).get("endAt").isNull()).isTrue();
        assertThat(segments.get(0).get("startAt")).isEqualTo(segments.get(1).get("endAt"));
        assertThat(segments.get(1).get("startAt").asText()).isEqualTo(monthly.createdAt.toString());
    }

    @Test
    void theSameChoiceAgainChangesNothing() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        choose(monthly, "endpoint-advanced").then().statusCode(200).body("items", hasSize(1));

        given().header("Authorization", Passports.internal("billing", "licensing"))
                .get("/internal/customers/" + monthly.customer + "/licenses")
                .then()
                .body("version", equalTo(1));
    }

    @Test
    void choicesAtTheSameTimeLeaveOneRunningSegmentAProductWithoutGapOrOverlap() throws Exception {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));
        var calls = new ArrayList<Callable<Integer>>();
        for (var quantity = 1; quantity <= 12; quantity++) {
            var body = "{\"products\":[{\"code\":\"endpoint-advanced\",\"quantity\":" + quantity + "}]}";
            calls.add(() -> put(monthly, body).statusCode());
        }

        var threads = Executors.newFixedThreadPool(6);
        for (var answer : threads.invokeAll(calls)) {
            assertThat(answer.get()).isEqualTo(200);
        }
        threads.shutdown();

        var segments = new ArrayList<JsonNode>();
        lastTold(monthly, 13).at("/state/licenses").forEach(segments::add);
        assertThat(segments).hasSize(13);
        assertThat(segments).filteredOn(s -> s.get("endAt").isNull()).hasSize(1);
        var starts = segments.stream()
                .map(s -> s.get("startAt").asText())
                .sorted()
                .skip(1)
                .toList();
        var ends = segments.stream()
                .filter(s -> !s.get("endAt").isNull())
                .map(s -> s.get("endAt").asText())
                .sorted()
                .toList();
        assertThat(starts).isEqualTo(ends);
    }

    @Test
    void oneProductThatCanNotBeChosenRefusesTheWholeChoice() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        problem(choose(monthly, "endpoint-complete", "nonsense"), 400, "validation-failed")
                .body("errors.pointer", contains("/products/1/code"))
                .body("errors.code", contains("unknown-product"));
        problem(choose(monthly, "email-advanced"), 400, "validation-failed")
                .body("errors.code", contains("product-not-monthly"));
        problem(choose(monthly, "server-advanced", "endpoint-complete", "endpoint-advanced"), 400, "validation-failed")
                .body("errors.code", contains("category-twice"));
        problem(put(monthly, "{\"products\":[]}"), 400, "validation-failed");
        problem(
                put(monthly, "{\"products\":[{\"code\":\"endpoint-complete\",\"quantity\":0}]}"),
                400,
                "validation-failed");

        activeOf(monthly).then().body("items.product.code", contains("endpoint-advanced"));
    }

    @Test
    void onlyAMonthlyAccountHasAChoice() {
        problem(choose(known(aTrialOf("endpoint-advanced")), "endpoint-complete"), 409, "account-not-monthly");
    }

    @Test
    void refusalsComeInOrderRoleProgramNotFoundInput() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));
        var unreadable = "{";

        var readOnly = Passports.partnerReadOnly(Ids.next());
        problem(put(readOnly, monthly.customer, unreadable), 403, "role-required");
        var outside = Passports.partner(Ids.next(), "x", "partner-business-admin", List.of("licenses:manage"))
                .with("programs", List.of())
                .bearer();
        problem(put(outside, monthly.customer, unreadable), 403, "program-required")
                .body("program", equalTo("msp-flex"));
        var stranger = Passports.partnerSuperAdmin(Ids.next());
        problem(put(stranger, monthly.customer, unreadable), 404, "not-found");
        problem(put(monthly, unreadable), 400, "malformed-json");
    }

    private static Situation known(Situation situation) {
        CustomersServiceStub.knows(situation.customer, situation.answer(false));
        activeOf(situation).then().statusCode(200);
        return situation;
    }

    private static JsonNode lastTold(Situation situation, int times) {
        var all = Facts.collect(Situation.LICENSING, situation::isOfThis, times);
        return Situation.read(all.get(times - 1));
    }

    private static Response activeOf(Situation situation) {
        return given().header("Authorization", Passports.partnerSuperAdmin(situation.partner))
                .queryParam("activeOnly", true)
                .get("/v1/customers/" + situation.customer + "/licenses");
    }

    private static Response choose(Situation situation, String... codes) {
        var products = String.join("\"},{\"code\":\"", codes);
        return put(situation, "{\"products\":[{\"code\":\"" + products + "\"}]}");
    }

    private static Response put(Situation situation, String body) {
        return put(Passports.partnerSuperAdmin(situation.partner), situation.customer, body);
    }

    private static Response put(String bearer, UUID customerId, String body) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body(body)
                .put("/v1/customers/" + customerId + "/licenses");
    }
}
