package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists page by page, and changes of what was seen only (api.md, "lists" and "change"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class PagesAndTagsTest {

    private final UUID nordwind = UUID.randomUUID();

    @Test
    void aListGoesOnUntilItsEndByLinkAndByCursor() {
        var written = IntStream.range(0, 5).mapToObj(i -> write("n" + i)).toList();

        var seen = new ArrayList<String>();
        var at = "/v1/notes?limit=2";
        while (at != null) {
            var page = as().urlEncodingEnabled(false).get(at);
            seen.addAll(page.path("items.id"));
            var link = page.header("Link");
            assertThat(link == null).isEqualTo(page.path("nextCursor") == null);
            assertThat(page.<Map<String, Object>>path("$").keySet()).containsExactlyInAnyOrder("items", "nextCursor");
            at = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
            assertThat(at == null || at.startsWith("/v1/notes?")).isTrue();
        }
        assertThat(seen).containsExactlyElementsOf(written);
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        write("a");
        write("b");

        as().get("/v1/notes?limit=2").then().body("nextCursor", nullValue()).body("items.text", contains("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%21", "AAAA", "MTIzNA", "w6Q"})
    void aDamagedCursorIsRefused(String cursor) {
        problem(as().urlEncodingEnabled(false).get("/v1/notes?cursor=" + cursor), 400, "invalid-cursor")
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        var note = "/v1/notes/" + write("a");
        var tag = as().get(note).header("ETag");

        assertThat(tag).matches("\"0\\.[0-9a-f]{16}\"");
        for (var known : List.of(tag, "\"x\", " + tag, "*")) {
            var answer = as().header("If-None-Match", known).get(note);
            answer.then().statusCode(304).header("ETag", tag);
            assertThat(answer.asString()).isEmpty();
        }
        as().header("If-None-Match", "\"0.0\"").get(note).then().statusCode(200);
    }

    @Test
    void aChangeOfAVersionNobodySawIsRefused() {
        var note = "/v1/notes/" + write("a");
        var tag = as().get(note).header("ETag");
        patch(note, tag, "{\"text\":\"b\"}").then().statusCode(200).body("text", equalTo("b"));

        problem(patch(note, tag, "{\"text\":\"c\"}"), 412, "version-conflict");
        problem(patch(note, "\"x\"", "{\"text\":\"c\"}"), 412, "version-conflict");
        as().get(note).then().body("text", equalTo("b"));
    }

    @Test
    void theVersionAloneCountsForAChange() {
        var note = "/v1/notes/" + write("a");

        patch(note, "\"0.another-digest\"", "{\"text\":\"b\"}").then().statusCode(200);
        patch(note, "*", "{\"text\":\"c\"}").then().statusCode(200);
        patch(note, "\"7.x\", \"2.x\"", "{\"text\":\"d\"}").then().statusCode(200);
    }

    @Test
    void aMergePatchLeavesAloneWhatItDoesNotName() {
        var note = "/v1/notes/" + write("a");

        patch(note, "*", "{}").then().statusCode(200).body("text", equalTo("a"));
        problem(patch(note, "*", "{\"text\":null}"), 400, "validation-failed")
                .body("errors.pointer", contains("/text"));
        problem(patch(note, "*", "{\"txt\":\"b\"}"), 400, "unknown-field").body("errors.pointer", contains("/txt"));
        problem(patch(note, "*", "{\"txt\":null}"), 400, "unknown-field").body("errors.pointer", contains("/txt"));
        problem(patch(note, "*", "{\"text\":7}"), 400, "validation-failed").body("errors.pointer", contains("/text"));
        problem(patch(note, "*", "\"b\""), 400, "malformed-json");
        problem(patch(note, "*", "{"), 400, "malformed-json");
    }

    private RequestSpecification as() {
        return given().header("Authorization", Passports.partnerSuperAdmin(nordwind));
    }

    private Response patch(String note, String ifMatch, String body) {
        return as().header("If-Match", ifMatch)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(note);
    }

    private String write(String text) {
        return as().contentType("application/json")
                .body(Map.of("customerId", nordwind, "text", text))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
