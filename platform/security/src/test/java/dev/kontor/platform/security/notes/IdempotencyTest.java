package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an Idempotency-Key promises (api.md, "retry safety"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class IdempotencyTest {

    @Inject
    Gate gate;

    private final UUID nordwind = UUID.randomUUID();
    private final UUID bakery = UUID.randomUUID();
    private final String boss = Passports.partnerSuperAdmin(nordwind);
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndDoneOnce() {
        var first = post(boss, "", "once");
        var second = post(boss, "", "once");

        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(texts(boss)).containsExactly("once");
    }

    @Test
    void theSameKeyForAnotherBodyIsRefused() {
        post(boss, "", "once");

        problem(post(boss, "", "other"), 422, "idempotency-key-reused");
        assertThat(texts(boss)).containsExactly("once");
    }

    @Test
    void theSameKeyOnAnotherPathIsAnotherKey() {
        post(boss, "", "once").then().statusCode(201);

        post(boss, "/secrets", "once").then().statusCode(201);
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        for (var i = 0; i < 2; i++) {
            given().header("Authorization", boss)
                    .contentType("application/json")
                    .body(body("twice"))
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);
        }

        assertThat(texts(boss)).containsExactly("twice", "twice");
    }

    @Test
    void whileTheFirstIsWorkedOnTheSecondIsToldSo() throws Exception {
        gate.close();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var first = pool.submit(() -> post(boss, "/gated", "slow"));
            gate.awaitSomebody();

            problem(post(boss, "/gated", "slow"), 409, "idempotency-in-progress")
                    .header("Retry-After", "1");

            gate.open();
            first.get().then().statusCode(201);
            post(boss, "/gated", "slow").then().statusCode(201).header("Idempotency-Replayed", "true");
            assertThat(texts(boss)).containsExactly("slow");
        } finally {
            gate.open();
            pool.shutdownNow();
        }
    }

    @Test
    void manyAtOnceAreDoneOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try {
            var answers = pool.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i ->
                            (Callable<Integer>) () -> post(boss, "", "once").statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(texts(boss)).containsExactly("once");
    }

    @Test
    void aFailedWriteDoesNotBurnTheKey() {
        problem(post(boss, "/failing", "once"), 409, "idempotency-in-progress");

        var again = post(boss, "/failing", "another body, which a kept key would refuse");
        problem(again, 409, "idempotency-in-progress");
        assertThat(again.header("Retry-After"))
                .as("worked on anew, not locked out")
                .isNull();
        assertThat(texts(boss)).isEmpty();
    }

    @Test
    void refusedInputDoesNotBurnTheKey() {
        problem(post(boss, "", " "), 400, "validation-failed");

        post(boss, "", "once").then().statusCode(201);
    }

    @Test
    void anotherCallersSameKeyIsItsOwn() {
        var other = Passports.partnerSuperAdmin(UUID.randomUUID());
        var colleague = Passports.partner(nordwind, "colleague", "partner-admin", Set.of("customers:write"))
                .bearer();
        var first = post(boss, "", "once");

        for (var caller : List.of(other, colleague)) {
            var theirs = post(caller, "", "something else");
            theirs.then().statusCode(201);
            assertThat(theirs.header("Idempotency-Replayed")).isNull();
            assertThat(theirs.<String>path("id")).isNotEqualTo(first.path("id"));
        }
    }

    @Test
    void anAnswerWithASecretIsNotKept() {
        post(boss, "/secrets", "quiet").then().statusCode(201);

        problem(post(boss, "/secrets", "quiet"), 409, "idempotency-result-not-kept");
        problem(post(boss, "/secrets", "other"), 422, "idempotency-key-reused");
    }

    @Test
    void anAnswerThatIsTooLargeIsNotKeptButSaysWhereItsResultIs() {
        var largest = "x".repeat(256 * 1024 - 1_000);
        post(boss, "", largest).then().statusCode(201);
        post(boss, "", largest).then().statusCode(201).header("Idempotency-Replayed", "true");

        var tooLarge = "ü".repeat(128 * 1024);
        var first = postUnder("another", tooLarge);
        first.then().statusCode(201);
        var again = postUnder("another", tooLarge);

        problem(again, 409, "idempotency-result-not-kept");
        assertThat(URI.create(again.header("Location")).getPath()).isEqualTo("/v1/notes/" + first.<String>path("id"));
        problem(postUnder("another", "other"), 422, "idempotency-key-reused");
        assertThat(texts(boss)).hasSize(2);
    }

    private Response postUnder(String other, String text) {
        return given().header("Authorization", boss)
                .header("Idempotency-Key", other)
                .contentType("application/json; charset=utf-8")
                .body(body(text))
                .post("/v1/notes");
    }

    @Test
    void aKeyHasOneTo255Characters() {
        for (var wrong : List.of(" ", "k".repeat(256))) {
            problem(
                            given().header("Authorization", boss)
                                    .header("Idempotency-Key", wrong)
                                    .contentType("application/json")
                                    .body(body("x"))
                                    .post("/v1/notes"),
                            400,
                            "validation-failed")
                    .body("errors[0].parameter", equalTo("Idempotency-Key"));
        }
    }

    private Response post(String caller, String path, String text) {
        return given().header("Authorization", caller)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(text))
                .post("/v1/notes" + path);
    }

    private Map<String, Object> body(String text) {
        return Map.of("customerId", bakery, "text", text);
    }

    private static List<String> texts(String caller) {
        return given().header("Authorization", caller)
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .extract()
                .path("items.text");
    }
}
