package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service refuses, by name and in the reader's language (api.md, "errors" and "strict input"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class StrictInputTest {

    private final UUID nordwind = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "de, Nicht gefunden",
        "'de-AT, en;q=0.5', Nicht gefunden",
        "'fr, de;q=0.8', Nicht gefunden",
        "en, Not found",
        "fr, Not found",
        "';;;', Not found",
    })
    void aProblemSpeaksTheReadersLanguage(String accepted, String title) {
        problem(as().header("Accept-Language", accepted).get("/v1/notes/" + UUID.randomUUID()), 404, "not-found")
                .body("title", equalTo(title));
    }

    @Test
    void theTextsOfInputErrorsAreTranslatedToo() {
        problem(
                        as().contentType("application/json")
                                .header("Accept-Language", "de")
                                .body("{\"customerId\":null,\"text\":\"\"}")
                                .post("/v1/notes"),
                        400,
                        "validation-failed")
                .header("Content-Language", "de")
                .body("errors.pointer", contains("/customerId", "/text"))
                .body("errors[1].detail", equalTo("darf nicht leer sein"));
    }

    @ParameterizedTest
    @CsvSource({
        "\\u200b, Ann, /text, not-blank",
        "\\u2800\\u3164, Ann, /text, not-blank",
        "line\\u0000, Ann, /text, not-plain-text",
        "a\\u202eb, Ann, /text, not-plain-text",
        "text, a\\nb, /author/name, not-plain-text",
        "text, '\\u00a0', /author/name, not-blank",
        "text, 123456789, /author/name, size",
    })
    void aTextIsWhatAPersonCanRead(String text, String author, String pointer, String code) {
        problem(write(text, author), 400, "validation-failed")
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void aTextIsKeptComposedWithoutBlanksAtItsEdgesAndMeasuredInCodePoints() {
        write("  Mu\\u0308ller\\nSo\\u0308hne \\u200b", "\\ud842\\udfb7".repeat(8))
                .then()
                .statusCode(201)
                .body("text", equalTo("Müller\nSöhne"));
    }

    private Response write(String text, String author) {
        return as().contentType("application/json")
                .body("{\"customerId\":\"%s\",\"text\":\"%s\",\"author\":{\"name\":\"%s\"}}"
                        .formatted(UUID.randomUUID(), text, author))
                .post("/v1/notes");
    }

    @Test
    void whoWaitedForEachOtherInTheDatabaseMayTryAgain() {
        problem(as().contentType("application/json").post("/v1/notes/crossed"), 503, "service-unavailable")
                .header("Retry-After", "1");
    }

    @Test
    void anUnknownParameterIsNamedWithTheNearestKnownOne() {
        problem(as().get("/v1/notes?limt=3"), 400, "unknown-parameter")
                .body("errors[0].parameter", equalTo("limt"))
                .body("errors[0].detail", equalTo("Unknown parameter \"limt\". Did you mean \"limit\"?"));
        problem(as().get("/v1/notes?somethingElse=3"), 400, "unknown-parameter")
                .body("errors[0].detail", equalTo("Unknown parameter \"somethingElse\"."));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        problem(as().get("/v1/notes?limit=1&limit=2"), 400, "validation-failed")
                .body("errors[0].parameter", equalTo("limit"))
                .body("errors[0].code", equalTo("given-twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "", "0x10", "99999999999"})
    void aNumberIsANumber(String limit) {
        problem(as().get("/v1/notes?limit=" + limit), 400, "validation-failed")
                .body("errors[0].parameter", equalTo("limit"))
                .body("errors[0].code", equalTo("not-a-number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1"})
    void aLimitHasItsBounds(String limit) {
        problem(as().get("/v1/notes?limit=" + limit), 400, "validation-failed")
                .body("errors[0].detail", equalTo("Must be between 1 and 200."));
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearestKnownOne() {
        problem(post("{\"customerId\":\"" + nordwind + "\",\"txt\":\"x\"}"), 400, "unknown-field")
                .body("errors[0].pointer", equalTo("/txt"))
                .body("errors[0].detail", equalTo("Unknown field \"txt\". Did you mean \"text\"?"));
        problem(post(note(",\"author\":{\"nam\":\"x\"}")), 400, "unknown-field")
                .body("errors[0].pointer", equalTo("/author/nam"));
        problem(post(note(",\"a/b~c\":1")), 400, "unknown-field").body("errors[0].pointer", equalTo("/a~1b~0c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customerId\":\"no-id\",\"text\":\"x\"}|/customerId|not-a-uuid",
                "{\"customerId\":5,\"text\":\"x\"}|/customerId|not-a-uuid",
                "{\"text\":5}|/text|not-a-text",
                "{\"text\":true}|/text|not-a-text",
                "{\"text\":[\"x\"]}|/text|not-a-text",
                "{\"author\":\"x\"}|/author|not-an-object",
                "{\"author\":{\"name\":1}}|/author/name|not-a-text",
                "{\"weight\":\"heavy\"}|/weight|not-a-decimal",
                "{\"weight\":\"\"}|/weight|not-a-decimal",
                "{\"readers\":\"for-all\"}|/readers|not-a-list",
                "{\"due\":\"tomorrow\"}|/due|not-an-instant",
                "[]|''|not-an-object",
                "\"x\"|''|not-an-object",
                "5|''|not-an-object",
            })
    void aValueOfAnotherKindIsRefusedByItsPlaceAndSaysWhichIsWanted(String body, String pointer, String code) {
        problem(post(body), 400, "validation-failed")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", startsWith("Must be a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tone\":\"loud\"}|/tone|Must be one of: kind, matter-of-fact.",
                "{\"tone\":5}|/tone|Must be one of: kind, matter-of-fact.",
                "{\"readers\":[\"nobody\"]}|/readers/0|Must be one of: for-all, for-some.",
            })
    void aValueThatIsNoneOfTheChoicesIsAnsweredWithTheChoices(String fields, String pointer, String detail) {
        var body = fields.replace("{", "{\"customerId\":\"" + nordwind + "\",\"text\":\"x\",");
        problem(post(body), 400, "validation-failed")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo("one-of"))
                .body("errors[0].detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource({"editors, {}, 350_000", "editors, null, 200_000", "readers, '\"x\"', 250_000", "marks, [], 350_000"})
    void aListWithoutEndIsOneFindingHoweverLittleItTakes(String list, String element, String times) {
        var endless = (element + ",").repeat(Integer.parseInt(times.replace("_", ""))) + element;

        problem(post(note(",\"" + list + "\":[" + endless + "]")), 400, "validation-failed")
                .body("errors.pointer", contains("/" + list))
                .body("errors.code", contains("size"))
                .body("errors[0].detail", startsWith("Must have at most"));
    }

    @Test
    void aListMayBeAsLongAsItsFieldSaysAndTheListsInsideAsTheyWill() {
        post(note(",\"editors\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}]"))
                .then()
                .statusCode(201);
        post(note(",\"marks\":[[1,2,3,4],[5]]")).then().statusCode(201);
    }

    @Test
    void ofManyWrongPlacesTheFirstHundredAreNamed() {
        var thousand = "\"for-none\",".repeat(999) + "\"for-none\"";
        problem(post(note(",\"readers\":[" + thousand + "]")), 400, "validation-failed")
                .body("errors", hasSize(100))
                .body("errors[0].pointer", equalTo("/readers/0"));
    }

    @Test
    void noBodyHasMoreThanHalfAMillionNamesAndValues() {
        problem(
                as().contentType("application/merge-patch+json")
                        .body("{\"text\":[" + "[],".repeat(250_000) + "[]]}")
                        .patch("/v1/notes/" + UUID.randomUUID()),
                400,
                "malformed-json");
    }

    @Test
    void textWithACharacterThatNoDatabaseKeepsIsRefusedByItsPlace() {
        problem(post("{\"customerId\":\"" + nordwind + "\",\"text\":\"a\\u0000b\"}"), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/text"));
    }

    @Test
    void aDecimalIsTakenAsNumberOrAsText() {
        post(note(",\"weight\":12.5")).then().statusCode(201);
        post(note(",\"weight\":\"12.5\"")).then().statusCode(201);
    }

    @Test
    void whatIsMissingInsideIsNamedByItsPlace() {
        problem(post(note(",\"author\":{\"name\":\" \"}")), 400, "validation-failed")
                .body("errors.pointer", contains("/author/name"))
                .body("errors.code", contains("not-blank"))
                .body("errors[0].parameter", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\":}",
                "{'text':'x'}",
                "{\"text\":\"x\",}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"x\"} trailing",
                "{\"text\":\"x\"}{}",
                "{\"weight\":NaN}",
                "\u00ff",
            })
    void whatIsNotQuiteJsonIsNotReadAtAll(String body) {
        problem(post(body), 400, "malformed-json");
    }

    @Test
    void noBodyIsNoInput() {
        problem(as().contentType("application/json").post("/v1/notes"), 400, "validation-failed");
        problem(post("null"), 400, "validation-failed");
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        problem(as().get("/v1/nothing"), 404, "not-found").body("instance", equalTo("/v1/nothing"));
        problem(given().get("/nothing/at/all"), 404, "not-found");
        problem(as().get("/v1/notes/no-id"), 404, "not-found");
    }

    @Test
    void aMethodTheResourceDoesNotKnowIsAProblemToo() {
        problem(as().delete("/v1/notes"), 405, "method-not-allowed");
    }

    @Test
    void aMediaTypeTheResourceDoesNotReadIsAProblemToo() {
        problem(as().contentType("text/plain").body("x").post("/v1/notes"), 415, "unsupported-media-type");
        problem(
                as().contentType("application/json").body("{}").patch("/v1/notes/" + UUID.randomUUID()),
                415,
                "unsupported-media-type");
    }

    @Test
    void aMediaTypeTheResourceDoesNotWriteIsAProblemToo() {
        problem(as().accept("image/png").get("/v1/notes"), 406, "not-acceptable");
    }

    @Test
    void aResourceThatNamesNoTypeWritesJsonAndNothingElse() {
        problem(as().accept("image/png").get("/v1/plain"), 406, "not-acceptable");
        problem(as().accept("text/html, text/plain").get("/v1/plain"), 406, "not-acceptable");
        as().accept("application/json").get("/v1/plain").then().statusCode(200).body("plain", equalTo(true));
        as().accept("*/*").get("/v1/plain").then().statusCode(200).contentType("application/json");
        as().accept("image/png").get("/v1/plain/picture").then().statusCode(200).contentType("image/png");
    }

    private RequestSpecification as() {
        return given().header("Authorization", Passports.partnerSuperAdmin(nordwind));
    }

    private Response post(String body) {
        return as().contentType("application/json").body(body).post("/v1/notes");
    }

    private String note(String more) {
        return "{\"customerId\":\"" + nordwind + "\",\"text\":\"x\"" + more + "}";
    }
}
