package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever headers say, and in whichever character set: a problem or what was asked for (api.md, "every answer"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class MediaTypesTest {

    private final UUID nordwind = UUID.randomUUID();

    private RequestSpecification as() {
        return given().header("Authorization", Passports.partnerSuperAdmin(nordwind))
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    private Response post(String type, byte[] body) {
        return as().header("Content-Type", type).body(body).post("/v1/texts");
    }

    private static byte[] json(String charset) {
        return "{\"text\":\"Müller €\"}".getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "json", ";", "/", "*/json", "a/b/c", "application/json;q=x", ", ,"})
    void anAcceptThatAsksForNothingReadableIsNotAcceptable(String accept) {
        for (var path : new String[] {"/v1/notes", "/v1/plain", "/v1/notes/" + UUID.randomUUID()}) {
            problem(as().header("Accept", accept).get(path), 406, "not-acceptable")
                    .body("mediaTypes", contains("application/json"));
        }
        problem(
                as().header("Accept", accept)
                        .header("Content-Type", "application/json")
                        .body("{}")
                        .post("/v1/notes"),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/*",
                "application/*;q=0.1",
                "*/*",
                "*",
                "",
                "garbage, application/json",
                "text/html, */*;q=0.1",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "application/json;charset=utf-8",
                "APPLICATION/JSON",
                "application/json; q=0.5, application/*",
                "application/problem+json, application/json",
                "text/x;a=\"b,c\", application/json"
            })
    void jsonIsCalledJsonHoweverItWasAskedFor(String accept) {
        for (var path : new String[] {"/v1/notes", "/v1/plain"}) {
            as().header("Accept", accept)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*;q=0",
                "application/json;q=0, */*",
                "application/*;q=0.000",
                "text/*",
                "application/problem+json"
            })
    void whatIsRefusedIsNotAnswered(String accept) {
        problem(as().header("Accept", accept).get("/v1/notes"), 406, "not-acceptable");
        problem(as().header("Accept", accept).get("/v1/plain"), 406, "not-acceptable");
    }

    @Test
    void ofSeveralTypesTheOneLikedBestIsAnswered() {
        forms("text/csv, application/json;q=0.9").header("Content-Type", startsWith("text/csv"));
        forms("text/csv;q=0.2, application/json;q=0.9").header("Content-Type", startsWith("application/json"));
        forms("text/*, application/*;q=0.9").header("Content-Type", startsWith("text/csv"));
        forms("*/*").header("Content-Type", startsWith("application/json"));
        forms("application/json;q=0, */*").header("Content-Type", startsWith("text/csv"));
    }

    private io.restassured.response.ValidatableResponse forms(String accept) {
        return as().header("Accept", accept)
                .header("Content-Type", "application/json")
                .body("{\"text\":\"x\"}".getBytes(Charset.forName("UTF-8")))
                .post("/v1/texts/forms")
                .then()
                .statusCode(200);
    }

    @Test
    void whereThereIsNothingToAnswerAnyAcceptWillDo() {
        as().header("Accept", "garbage").get("/v1/plain/any").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "/",
                ";",
                ",",
                "a/b/c",
                "application/",
                "application/json, text/plain",
                "application/json;charset",
                "text/plain",
                "application/merge-patch+json",
                "*/*"
            })
    void aTypeThatIsNotTakenOrIsNoneIsAnsweredWithThoseThatAre(String type) {
        problem(as().header("Content-Type", type).body(json("UTF-8")).post("/v1/notes"), 415, "unsupported-media-type")
                .header("Accept", "application/json")
                .header("Accept-Patch", nullValue())
                .body("mediaTypes", contains("application/json"));
        var several = problem(post(type, json("UTF-8")), 415, "unsupported-media-type");
        assertThat(several.extract().header("Accept").split(", "))
                .containsExactlyInAnyOrder("application/json", "text/csv", "application/x-ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/", ";", "a/b/c", "text/plain"})
    void whereNoBodyIsReadItsTypeIsOfNoInterest(String type) {
        as().header("Content-Type", type)
                .get("/v1/texts")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"));
        as().header("Content-Type", type)
                .header("Accept", "text/*")
                .get("/v1/texts")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"));
    }

    @Test
    void aPatchIsToldWhatAPatchHasToBe() {
        problem(
                        as().header("Content-Type", "application/json")
                                .body(json("UTF-8"))
                                .patch("/v1/notes/" + UUID.randomUUID()),
                        415,
                        "unsupported-media-type")
                .header("Accept-Patch", "application/merge-patch+json");
    }

    @Test
    void noTypeIsTheFirstThatIsTaken() {
        as().header("Content-Type", "")
                .body(json("UTF-8"))
                .post("/v1/texts/forms")
                .then()
                .statusCode(200);
    }

    /** Some clients name one for each POST. */
    @Test
    void theTypeOfABodyThatIsNotThereIsOfNoInterest() {
        as().contentType("application/x-www-form-urlencoded")
                .post("/v1/texts/perhaps")
                .then()
                .statusCode(200)
                .body("text", equalTo("none"));
        as().post("/v1/texts/perhaps").then().statusCode(200);
        problem(as().contentType("text/plain").body("x").post("/v1/texts/perhaps"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x", "gzip, identity"})
    void aCodedBodyIsAnsweredWithTheCodingsThatAreTaken(String coding) {
        problem(
                        as().header("Content-Type", "application/json")
                                .header("Content-Encoding", coding)
                                .body(json("UTF-8"))
                                .post("/v1/texts"),
                        415,
                        "unsupported-media-type")
                .header("Accept-Encoding", "identity");
        as().header("Content-Type", "application/json")
                .header("Content-Encoding", "Identity")
                .body(json("UTF-8"))
                .post("/v1/texts")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|Not found",
                "-,de|Nicht gefunden",
                "*-|Not found",
                "de;q=x|Not found",
                "de;q=x,de-CH|Nicht gefunden",
                "--|Not found",
                ",,|Not found",
                "de;|Not found",
                "_|Not found",
                "fr;q=1,de;q=0.3,en;q=0.2|Nicht gefunden"
            })
    void languagesThatCanNotBeReadArePassedOver(String languages, String title) {
        problem(as().header("Accept-Language", languages).get("/v1/notes/" + UUID.randomUUID()), 404, "not-found")
                .body("title", equalTo(title));
        problem(given().header("Accept-Language", languages).get("/v1/notes"), 401, "unauthenticated");
        problem(
                as().header("Accept-Language", languages)
                        .header("Content-Type", "application/json")
                        .body("{\"text\":\"\"}")
                        .post("/v1/notes"),
                400,
                "validation-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, UTF-8",
        "application/json, UTF-16LE",
        "application/json, UTF-16BE",
        "application/json, UTF-32LE",
        "application/json; charset=windows-1252, windows-1252",
        "application/json; charset=\"ISO-8859-15\", ISO-8859-15",
        "application/json;charset=utf-16, UTF-16",
        "APPLICATION/JSON; Charset=UTF8, UTF-8",
    })
    void jsonIsReadInItsCharacterSet(String type, String charset) {
        post(type, json(charset)).then().statusCode(200).body("text", equalTo("Müller €"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, UTF-8",
        "text/csv; charset=windows-1252, windows-1252",
        "text/csv; charset=IBM850, IBM850",
        "text/csv; charset=x-MacRoman, x-MacRoman",
        "application/x-ndjson, UTF-8",
        "application/x-ndjson; charset=iso-8859-1, ISO-8859-1",
    })
    void soIsAnyOtherText(String type, String charset) {
        var text = "Größe" + "\r\nß".repeat(9_000);
        post(type, text.getBytes(Charset.forName(charset)))
                .then()
                .statusCode(200)
                .body("text", equalTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aMarkAtTheBeginningIsNoText(String charset) {
        var text = "\ufeffa;Ü😀";
        for (var type : new String[] {"text/csv", "application/x-ndjson", "text/csv; charset=windows-1252"}) {
            post(type, text.getBytes(Charset.forName(charset)))
                    .then()
                    .statusCode(200)
                    .body("text", equalTo(text.substring(1)));
        }
        post("application/json", "\ufeff{\"text\":\"Ü😀\"}".getBytes(Charset.forName(charset)))
                .then()
                .statusCode(200)
                .body("text", equalTo("Ü😀"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 400, malformed-json",
        "text/csv, 400, validation-failed",
        "application/x-ndjson, 400, validation-failed"
    })
    void bytesThatAreNoTextAreRefusedByTheirPlace(String type, int status, String code) {
        var far = "x".repeat(20_000);
        problem(post(type, ("{\"text\":\"" + far + "ü\"}").getBytes(Charset.forName("windows-1252"))), status, code)
                .body("errors[0].code", equalTo("not-in-charset"))
                .body("errors[0].detail", startsWith("Is not valid UTF-8 at byte 20,009."));
        problem(post(type, new byte[] {'{', '}', (byte) 0xe2, (byte) 0x82}), status, code)
                .body("errors[0].detail", startsWith("Is not valid UTF-8 at byte 2."));
        problem(post(type + ";charset=us-ascii", json("UTF-8")), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-42", "???", "''"})
    void aCharacterSetNobodyKnowsIsNotTaken(String charset) {
        problem(post("text/csv; charset=\"" + charset + "\"", json("UTF-8")), 415, "unsupported-media-type");
    }

    @Test
    void nothingIsNoText() {
        post("text/csv", new byte[0]).then().statusCode(200);
        post("application/x-ndjson", new byte[0]).then().statusCode(200).body("text", equalTo(""));
    }
}
