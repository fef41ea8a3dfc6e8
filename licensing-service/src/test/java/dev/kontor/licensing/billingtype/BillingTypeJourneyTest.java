package dev.kontor.licensing.billingtype;

import static dev.kontor.licensing.Calls.convert;
import static dev.kontor.licensing.Calls.issuedKey;
import static dev.kontor.licensing.Calls.known;
import static dev.kontor.licensing.Calls.licenses;
import static dev.kontor.licensing.Calls.redeem;
import static dev.kontor.licensing.Calls.superAdmin;
import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTermAccount;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.kontor.licensing.Calls;
import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** domain.md rule 12. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class BillingTypeJourneyTest {

    private static final String TO_MONTHLY = "{\"target\":\"monthly\",\"products\":[\"endpoint-advanced\"]%s}";

    @Test
    void rule12TrialToMonthlyEndsAllTrialsAtTheInstantTheMonthlyProductsStart() {
        var trial = known(aTrialOf("endpoint-advanced", "email-advanced"));

        var effects = convert(trial, TO_MONTHLY.formatted(""));

        effects.then()
                .statusCode(200)
                .body(
                        "effects.kind",
                        contains("billing-type-changed", "license-ended", "license-ended", "license-started"));
        assertThat(new HashSet<>(effects.jsonPath().getList("effects.at"))).hasSize(1);
        licenses(trial, "?activeOnly=true")
                .then()
                .body("items.product.code", contains("endpoint-advanced"))
                .body("items.type", contains("monthly"))
                .body("items.actions.change.allowed", contains(true));
        licenses(trial, "").then().body("items.findAll { it.type == 'trial' }.status", contains("revoked", "revoked"));
    }

    @Test
    void theCustomerIsMonthlyAtItsOwnerBeforeTheCallIsAnsweredAndByEvent() {
        var trial = known(aTrialOf("endpoint-advanced"));

        convert(trial, TO_MONTHLY.formatted("")).then().statusCode(200);

        var told = CustomersServiceStub.accountTypeToldOf(trial.customer);
        assertThat(told.get("accountType").asText()).isEqualTo("monthly");
        assertThat(told.get("version").asLong()).isEqualTo(1);
        var record = Facts.await(Situation.LICENSING, r -> r.key().equals("billing-type/" + trial.customer));
        var event = Situation.read(record);
        assertThat(Facts.header(record, "ce_type")).isEqualTo("billing-type.changed");
        assertThat(event.get("state")).isEqualTo(told);
        assertThat(withoutIdsAndTimes(event))
                .isEqualTo(
                        withoutIdsAndTimes(Contract.of("billing-type.changed").body()));
        assertThat(trial.awaitLicenses("active").at("/event/cause").asText()).isEqualTo("billing-type-converted");
    }

    @Test
    void aDryRunListsExactlyWhatTheRealCallThenDoesAndChangesNothing() {
        var trial = known(aTrialOf("endpoint-advanced", "server-essentials"));
        sameEffects(trial, "{\"target\":\"monthly\",\"products\":[\"server-advanced\",\"uem-standard\"]%s}");
        var key = issuedKey("endpoint-advanced", 50, 12);
        sameEffects(trial, "{\"target\":\"term\",\"licenseKey\":\"" + key + "\"%s}");
        sameEffects(trial, "{\"target\":\"monthly\",\"immediately\":true,\"products\":[\"endpoint-complete\"]%s}");
    }

    /** What protects from doing it is not lost by being empty: a script's variable that nobody set. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"true\"", "\"1\"", "1", "0", "1.0", "[]", "{}"})
    void whatIsNoTrueOrFalseConvertsNothing(String dryRun) {
        var trial = known(aTrialOf("endpoint-advanced"));
        var before = licenses(trial, "").asString();

        problem(convert(trial, "{\"target\":\"monthly\",\"dryRun\":" + dryRun + "}"), 400, "validation-failed")
                .body("errors.pointer", contains("/dryRun"));

        assertThat(licenses(trial, "").asString()).isEqualTo(before);
    }

    private static void sameEffects(Situation situation, String body) {
        var before = licenses(situation, "").asString();
        var asked = convert(situation, body.formatted(",\"dryRun\":true"));
        asked.then().statusCode(200);
        assertThat(licenses(situation, "").asString()).isEqualTo(before);

        var done = convert(situation, body.formatted(",\"dryRun\":false"));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.asString()).isEqualTo(asked.asString());
        var running = licenses(situation, "?activeOnly=true").jsonPath();
        assertThat(running.<String>getList("items.id"))
                .containsExactlyInAnyOrderElementsOf(
                        done.jsonPath().getList("effects.findAll { it.kind == 'license-started' }.licenseId"));
    }

    @Test
    void aTrialThatNamesNoProductsGoesOnWithThoseThatCanBeMonthly() {
        var trial = known(aTrialOf("endpoint-advanced", "email-advanced", "uem-standard"));

        convert(trial, "{\"target\":\"monthly\"}")
                .then()
                .statusCode(200)
                .body(
                        "effects.findAll { it.kind == 'license-started' }.product",
                        containsInAnyOrder("endpoint-advanced", "uem-standard"));

        var unfit = known(aTrialOf("email-advanced"));
        problem(convert(unfit, "{\"target\":\"monthly\"}"), 400, "validation-failed")
                .body("errors.pointer", contains("/products"));
        var both = known(aTrialOf("endpoint-advanced", "endpoint-complete"));
        problem(convert(both, "{\"target\":\"monthly\"}"), 400, "validation-failed")
                .body("errors.code", contains("category-twice"));
    }

    @Test
    void rule12TermToMonthlyNeedsImmediatelyAndProducts() {
        var term = known(aTermAccount());
        redeem(term, issuedKey("endpoint-advanced", 50, 12), "renew").then().statusCode(200);
        redeem(term, issuedKey("endpoint-advanced", 50, 12), "renew").then().statusCode(200);

        problem(convert(term, TO_MONTHLY.formatted("")), 400, "validation-failed")
                .body("errors.pointer", contains("/immediately"));
        problem(convert(term, "{\"target\":\"monthly\",\"immediately\":true}"), 400, "validation-failed")
                .body("errors.pointer", contains("/products"));

        convert(term, TO_MONTHLY.formatted(",\"immediately\":true"))
                .then()
                .statusCode(200)
                .body(
                        "effects.kind",
                        contains("billing-type-changed", "license-ended", "license-ended", "license-started"));
        licenses(term, "?activeOnly=true").then().body("items.type", contains("monthly"));
    }

    @Test
    void rule12MonthlyToTermNeedsAKeyAndEndsEverySegment() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced", "server-advanced"));

        problem(convert(monthly, "{\"target\":\"term\"}"), 400, "validation-failed")
                .body("errors.pointer", contains("/licenseKey"));
        problem(convert(monthly, "{\"target\":\"term\",\"licenseKey\":\"nonsense\"}"), 422, "license-key-invalid");

        var key = issuedKey("endpoint-advanced", 50, 12);
        var converted = convert(monthly, "{\"target\":\"term\",\"licenseKey\":\"" + key + "\"}");

        converted.then().statusCode(200);
        licenses(monthly, "?activeOnly=true")
                .then()
                .body("items.type", contains("term"))
                .body("items.quantity", contains(50));
        assertThat(CustomersServiceStub.accountTypeToldOf(monthly.customer)
                        .get("accountType")
                        .asText())
                .isEqualTo("term");
        convert(monthly, "{\"target\":\"term\",\"licenseKey\":\"" + key + "\"}")
                .then()
                .statusCode(200)
                .body("effects", equalTo(converted.path("effects")));
        problem(
                convert(
                        monthly,
                        "{\"target\":\"term\",\"licenseKey\":\"" + issuedKey("endpoint-advanced", 50, 12) + "\"}"),
                409,
                "billing-type-unchanged");
        problem(redeem(monthly, key, "renew"), 409, "license-key-used");
    }

    @Test
    void aConversionThatIsRefusedLeavesEverythingAsItWas() {
        var trial = known(aTrialOf("endpoint-advanced", "email-advanced"));
        var before = licenses(trial, "").asString();

        problem(
                        convert(
                                trial,
                                "{\"target\":\"monthly\",\"products\":[\"endpoint-advanced\",\"email-advanced\",\"no\"]}"),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/products/1", "/products/2"));
        problem(
                convert(trial, "{\"target\":\"monthly\",\"licenseKey\":\"x\",\"products\":[\"endpoint-advanced\"]}"),
                400,
                "validation-failed");
        problem(convert(trial, "{\"target\":\"term\",\"products\":[\"endpoint-advanced\"]}"), 400, "validation-failed");
        problem(convert(trial, "{\"target\":\"managed-order\"}"), 400, "validation-failed");
        problem(convert(trial, "{}"), 400, "validation-failed");

        assertThat(licenses(trial, "").asString()).isEqualTo(before);
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)).isNull();
    }

    @Test
    void convertedAtTheSameTimeItIsConvertedOnce() throws Exception {
        var trial = known(aTrialOf("endpoint-advanced"));
        var calls = new ArrayList<Callable<String>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> {
                var answer = convert(trial, TO_MONTHLY.formatted(""));
                if (answer.statusCode() == 200) {
                    return answer.asString();
                }
                problem(answer, 409, "billing-type-unchanged");
                return "";
            });
        }

        var threads = Executors.newFixedThreadPool(10);
        var answers = new HashSet<String>();
        for (var answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        answers.remove("");
        assertThat(answers)
                .as("whoever came before the owner was told got the same")
                .hasSize(1);
        licenses(trial, "?activeOnly=true").then().body("items.type", contains("monthly"));
    }

    @Test
    void aRepeatWithItsKeyIsAnsweredAsTheFirstTimeAlsoWhereTheOwnerWasAway() {
        var trial = known(aTrialOf("endpoint-advanced"));
        CustomersServiceStub.refusesAccountTypeOf(trial.customer);
        var key = Ids.next().toString();

        problem(keyed(trial, key), 503, "service-unavailable").header("Retry-After", equalTo("1"));
        CustomersServiceStub.takesAccountTypeOf(trial.customer);

        keyed(trial, key)
                .then()
                .statusCode(200)
                .body("effects.kind", contains("billing-type-changed", "license-ended", "license-started"));
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("version")
                        .asLong())
                .isEqualTo(1);
    }

    /** Decision 043. */
    @Test
    void aRepeatWithoutAKeyIsTheSameSuccessUntilTheOwnerWasTold() {
        var trial = known(aTrialOf("endpoint-advanced"));
        CustomersServiceStub.refusesAccountTypeOf(trial.customer);
        problem(convert(trial, TO_MONTHLY.formatted("")), 503, "service-unavailable");
        problem(
                convert(trial, "{\"target\":\"monthly\",\"products\":[\"server-advanced\"]}"),
                409,
                "billing-type-unchanged");
        CustomersServiceStub.takesAccountTypeOf(trial.customer);

        convert(trial, TO_MONTHLY.formatted(""))
                .then()
                .statusCode(200)
                .body("effects.kind", contains("billing-type-changed", "license-ended", "license-started"));

        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("accountType")
                        .asText())
                .isEqualTo("monthly");
        problem(convert(trial, TO_MONTHLY.formatted("")), 409, "billing-type-unchanged");
        licenses(trial, "?activeOnly=true").then().body("items.type", contains("monthly"));
    }

    @Test
    void refusalsComeInOrderRoleProgramNotFoundInput() {
        var trial = known(aTrialOf("endpoint-advanced"));
        var path = Calls.billingType(trial.customer);

        problem(Calls.post(Passports.partnerReadOnly(trial.partner), path, "{"), 403, "role-required");
        var outside = Passports.partner(trial.partner, "x", "partner-business-admin", List.of("licenses:manage"))
                .with("programs", List.of("msp-flex-connect"))
                .bearer();
        problem(Calls.post(outside, path, "{"), 403, "program-required").body("program", equalTo("msp-flex"));
        problem(Calls.post(Passports.partnerSuperAdmin(Ids.next()), path, "{"), 404, "not-found");
        problem(Calls.post(superAdmin(trial), path, "{"), 400, "malformed-json");
        problem(Calls.post(superAdmin(trial), path, "{\"target\":\"monthly\",\"productz\":[]}"), 400, "unknown-field");
    }

    @Test
    void aJobOfCustomersServiceConvertsForAPartnerOfItsOwnCustomersOnly() {
        var trial = known(aTrialOf("endpoint-advanced"));
        var path = "/internal/customers/" + trial.customer + "/billing-type";
        var body =
                "{\"partnerId\":\"%s\",\"by\":\"boss\",\"programs\":[%s],\"target\":\"monthly\",\"products\":[\"endpoint-advanced\"]}";
        var service = Passports.internal("customers", "licensing");

        problem(Calls.post(service, path, body.formatted(trial.partner, "")), 403, "program-required");
        problem(Calls.post(service, path, body.formatted(Ids.next(), "\"msp-flex\"")), 404, "not-found");
        problem(Calls.post(superAdmin(trial), path, body.formatted(trial.partner, "")), 403, "role-required");
        Calls.post(service, path, body.formatted(trial.partner, "\"msp-flex\""))
                .then()
                .statusCode(200)
                .body("effects.kind", contains("billing-type-changed", "license-ended", "license-started"));

        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("by")
                        .asText())
                .isEqualTo("boss");
    }

    @Test
    void historyIsReadableAsOfAnyDay() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));
        var key = issuedKey("endpoint-advanced", 50, 12);
        convert(monthly, "{\"target\":\"term\",\"licenseKey\":\"" + key + "\"}")
                .then()
                .statusCode(200);

        licenses(monthly, "?asOf=2026-01-01").then().statusCode(200).body("items", empty());
        licenses(monthly, "?asOf=" + monthly.createdAt)
                .then()
                .body("items.findAll { it.type == 'monthly' }.product.code", contains("endpoint-advanced"));
        for (var nonsense : List.of("yesterday", "2026-13-01", "%2B999999999-01-01", "-999999999-01-01T00:00:00Z")) {
            problem(licenses(monthly, "?asOf=" + nonsense), 400, "validation-failed")
                    .body("errors.parameter", contains("asOf"));
        }
    }

    @Test
    void actionsSayWhatTheCallsWould() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        licenses(monthly, "")
                .then()
                .body("items.actions.redeemKey.reason", everyItem(is("account-monthly")))
                .body("items.actions.convertBillingType.allowed", everyItem(is(true)));
        problem(redeem(monthly, issuedKey("endpoint-advanced", 1, 1), "renew"), 409, "account-monthly");
    }

    private static Response keyed(Situation situation, String key) {
        return given().header("Authorization", superAdmin(situation))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(TO_MONTHLY.formatted(""))
                .post(Calls.billingType(situation.customer));
    }

    private static String withoutIdsAndTimes(com.fasterxml.jackson.databind.JsonNode node) {
        return node.toString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "time");
    }
}
