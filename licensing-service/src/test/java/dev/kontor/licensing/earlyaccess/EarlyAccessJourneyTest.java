package dev.kontor.licensing.earlyaccess;

import static dev.kontor.licensing.Calls.convert;
import static dev.kontor.licensing.Calls.known;
import static dev.kontor.licensing.Calls.superAdmin;
import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.MeanwhileCreated;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** domain.md rule 18. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class EarlyAccessJourneyTest {

    private static final String FLEX = "endpoint-preview";
    private static final String NOT_FLEX = "adaptive-defense";
    private static final String EMAIL_PROGRAM =
            "{\"name\":\"Mail preview\",\"flexCompatible\":true,\"categories\":[\"email\"]}";

    @Test
    void thereIsAProgramOfEachKindOpenToAnyEndpointLicence() {
        given().header("Authorization", Passports.partnerReadOnly(Ids.next()))
                .get("/v1/early-access-programs")
                .then()
                .statusCode(200)
                .body("items.find { it.code == '" + FLEX + "' }.flexCompatible", equalTo(true))
                .body("items.find { it.code == '" + NOT_FLEX + "' }.flexCompatible", equalTo(false))
                .body("items.find { it.code == '" + NOT_FLEX + "' }.categories", hasItems("endpoint"));
    }

    @Test
    void aCustomerJoinsAndLeaves() {
        var trial = known(aTrialOf("endpoint-advanced"));

        join(trial, NOT_FLEX).then().statusCode(200).body("enrolled", equalTo(true));
        join(trial, NOT_FLEX).then().statusCode(200);
        list(trial)
                .then()
                .body("items.find { it.code == '" + NOT_FLEX + "' }.enrolledAt", notNullValue())
                .body("items.find { it.code == '" + FLEX + "' }.enrolled", equalTo(false));

        leave(trial, NOT_FLEX).then().statusCode(204);
        leave(trial, NOT_FLEX).then().statusCode(204);
        list(trial).then().body("items.find { it.code == '" + NOT_FLEX + "' }.enrolled", equalTo(false));
    }

    @Test
    void rule18MonthlyLicencesAreShownAndRefusedAsNotEligible() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        list(monthly)
                .then()
                .body("items.find { it.code == '" + NOT_FLEX + "' }.eligible", equalTo(false))
                .body("items.find { it.code == '" + NOT_FLEX + "' }.reasons", contains("flex-license-not-eligible"))
                .body("items.find { it.code == '" + FLEX + "' }.eligible", equalTo(true));
        problem(join(monthly, NOT_FLEX), 409, "flex-license-not-eligible")
                .body("reasons", contains("flex-license-not-eligible"));
        join(monthly, FLEX).then().statusCode(200);
    }

    @Test
    void convertingToMonthlyEndsTheEnrolmentsThatDoNotFitAndTheDryRunSaysSo() {
        var trial = known(aTrialOf("endpoint-advanced"));
        join(trial, NOT_FLEX).then().statusCode(200);
        join(trial, FLEX).then().statusCode(200);

        convert(trial, "{\"target\":\"monthly\",\"dryRun\":true}")
                .then()
                .body("effects.findAll { it.kind == 'early-access-ended' }.program", contains(NOT_FLEX));
        list(trial).then().body("items.find { it.code == '" + NOT_FLEX + "' }.enrolled", equalTo(true));
        convert(trial, "{\"target\":\"monthly\"}")
                .then()
                .statusCode(200)
                .body("effects.findAll { it.kind == 'early-access-ended' }.program", contains(NOT_FLEX));

        list(trial)
                .then()
                .body("items.find { it.code == '" + NOT_FLEX + "' }.enrolled", equalTo(false))
                .body("items.find { it.code == '" + FLEX + "' }.enrolled", equalTo(true));
    }

    @Test
    void theOperatorMakesAndClosesPrograms() {
        var code = "preview-" + Ids.next();
        var body = "{\"name\":\"Preview\",\"flexCompatible\":true,\"categories\":[\"email\"],\"open\":%s}";
        var tag = put(code, body.formatted("true"))
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        var trial = known(aTrialOf("endpoint-advanced"));
        problem(join(trial, code), 409, "no-eligible-license");
        var mailer = known(aTrialOf("email-advanced"));
        join(mailer, code).then().statusCode(200);

        put(code, body.formatted("false")).then().statusCode(200).body("open", equalTo(false));

        problem(join(known(aTrialOf("email-advanced")), code), 409, "program-closed");
        join(mailer, code).then().statusCode(200).body("enrolled", equalTo(true));
        problem(
                given().header("Authorization", Passports.operator())
                        .header("If-Match", tag)
                        .contentType("application/json")
                        .body(body.formatted("true"))
                        .put("/v1/early-access-programs/" + code),
                412,
                "version-conflict");
    }

    @Test
    void aChangeOfAProgramThatDoesNotExistCreatesNone() {
        var code = "preview-" + Ids.next();

        problem(
                given().header("Authorization", Passports.operator())
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(EMAIL_PROGRAM)
                        .put("/v1/early-access-programs/" + code),
                412,
                "version-conflict");
        put(code, EMAIL_PROGRAM).then().statusCode(201);
    }

    @Test
    void aProgramThatSomebodyElseCreatesMeanwhileIsNotOverwritten() throws Exception {
        var code = "preview-" + Ids.next();

        var late = MeanwhileCreated.with(
                """
                insert into early_access_programs (code, name, flex_compatible, categories, open)
                values ('%s', 'First', true, '{EMAIL}', true)"""
                        .formatted(code),
                () -> put(code, EMAIL_PROGRAM));

        problem(late, 412, "version-conflict");
    }

    @Test
    void refusalsSayWhy() {
        var trial = known(aTrialOf("endpoint-advanced"));

        problem(join(trial, "nothing"), 404, "not-found");
        problem(join(trial, "%00"), 404, "not-found");
        problem(leave(trial, "nothing"), 404, "not-found");
        problem(
                put("Not_A_Code", "{\"name\":\"P\",\"flexCompatible\":true,\"categories\":[\"email\"]}"),
                400,
                "validation-failed");
        problem(put("preview", "{\"name\":\"\",\"categories\":[]}"), 400, "validation-failed");
        problem(
                given().header("Authorization", Passports.partnerReadOnly(trial.partner))
                        .put(path(trial, FLEX)),
                403,
                "role-required");
        problem(
                given().header("Authorization", Passports.partnerSuperAdmin(Ids.next()))
                        .put(path(trial, FLEX)),
                404,
                "not-found");
    }

    private static Response list(Situation situation) {
        return given().header("Authorization", superAdmin(situation))
                .get("/v1/customers/" + situation.customer + "/early-access");
    }

    private static Response join(Situation situation, String code) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", superAdmin(situation))
                .put(path(situation, code));
    }

    private static Response leave(Situation situation, String code) {
        return given().header("Authorization", superAdmin(situation)).delete(path(situation, code));
    }

    private static String path(Situation situation, String code) {
        return "/v1/customers/" + situation.customer + "/early-access/" + code;
    }

    private static Response put(String code, String body) {
        return given().header("Authorization", Passports.operator())
                .contentType("application/json")
                .body(body)
                .put("/v1/early-access-programs/" + code);
    }
}
