package dev.kontor.licensing.billingtype;

import static dev.kontor.licensing.Calls.issuedKey;
import static dev.kontor.licensing.Calls.keyBody;
import static dev.kontor.licensing.Calls.keysOf;
import static dev.kontor.licensing.Calls.known;
import static dev.kontor.licensing.Calls.licenses;
import static dev.kontor.licensing.Calls.post;
import static dev.kontor.licensing.Calls.redeem;
import static dev.kontor.licensing.Calls.superAdmin;
import static dev.kontor.licensing.Situation.aTermAccount;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** domain.md rule 17. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class LicenseKeyJourneyTest {

    @Test
    void rule12AKeyOnATrialAccountMakesItTermAndEndsThatProductsTrial() {
        var trial = known(aTrialOf("endpoint-advanced", "email-advanced"));

        redeem(trial, issuedKey("endpoint-advanced", 50, 12), "renew")
                .then()
                .statusCode(200)
                .body("effects.kind", contains("billing-type-changed", "license-ended", "license-started"));

        licenses(trial, "?activeOnly=true").then().body("items.type", containsInAnyOrder("term", "trial"));
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("accountType")
                        .asText())
                .isEqualTo("term");
    }

    @Test
    void rule17ChangeLeavesOneLicenceAndRenewAddsOneAfterIt() {
        var term = known(aTermAccount());
        redeem(term, issuedKey("endpoint-advanced", 50, 6), "change").then().statusCode(200);
        redeem(term, issuedKey("endpoint-advanced", 50, 12), "change").then().statusCode(200);

        var changed = licenses(term, "");
        changed.then()
                .body("items", hasSize(1))
                .body("items[0].quantity", equalTo(100))
                .body("items[0].type", equalTo("term"))
                .body("items[0].status", equalTo("active"));

        redeem(term, issuedKey("endpoint-advanced", 80, 12), "renew").then().statusCode(200);
        licenses(term, "")
                .then()
                .body("items.quantity", contains(100, 80))
                .body("items[1].startDate", equalTo(changed.path("items[0].endDate")));
    }

    @Test
    void oneCustomerUsesAKeyOnceHoweverManyTryAndWhicheverPartner() throws Exception {
        var key = issuedKey("endpoint-advanced", 50, 12);
        var accounts =
                IntStream.range(0, 10).mapToObj(i -> known(aTermAccount())).toList();
        var tries = new ArrayList<Callable<String>>();
        for (var i = 0; i < 50; i++) {
            var account = accounts.get(i % accounts.size());
            tries.add(() -> {
                var answer = redeem(account, key, "change");
                if (answer.statusCode() == 200) {
                    return account.customer + answer.asString();
                }
                problem(answer, 409, "license-key-used");
                return "";
            });
        }

        var threads = Executors.newFixedThreadPool(50);
        var answers = new HashSet<String>();
        for (var answer : threads.invokeAll(tries)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers)
                .as("refused, and one success, however often it was told")
                .hasSize(2)
                .contains("");
        var licences = accounts.stream()
                .mapToInt(account ->
                        licenses(account, "").jsonPath().getList("items").size())
                .sum();
        assertThat(licences).isEqualTo(1);
    }

    @Test
    void rule17TheSameKeyForTheSameCustomerIsTheSameSuccessAndForAnotherRefused() {
        var term = known(aTermAccount());
        var key = issuedKey("endpoint-advanced", 50, 12);
        var first = redeem(term, key, "renew");

        var again = redeem(term, key.toLowerCase(Locale.ROOT).replace('-', '\u2013'), "renew");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        licenses(term, "").then().body("items", hasSize(1));
        problem(redeem(term, key, "change"), 409, "license-key-used");
        problem(redeem(known(aTermAccount()), key, "renew"), 409, "license-key-used");
    }

    /** Decision 043: what has happened is answered as such, by whatever key it is asked for. */
    @Test
    void whereTheOwnerIsAwayTheKeyIsUsedAndTheNextTrySaysWhatCameOfIt() {
        var trial = known(aTrialOf("endpoint-advanced"));
        var key = issuedKey("endpoint-advanced", 50, 12);
        CustomersServiceStub.refusesAccountTypeOf(trial.customer);

        problem(redeem(trial, key, "renew"), 503, "service-unavailable").header("Retry-After", equalTo("1"));
        problem(redeem(trial, key, "renew"), 503, "service-unavailable");
        problem(redeem(known(aTermAccount()), key, "renew"), 409, "license-key-used");
        CustomersServiceStub.takesAccountTypeOf(trial.customer);

        var told = redeem(trial, key, "renew");
        told.then()
                .statusCode(200)
                .body("effects.kind", contains("billing-type-changed", "license-ended", "license-started"));
        licenses(trial, "?activeOnly=true")
                .then()
                .body("items.id", contains(told.<String>path("effects[2].licenseId")))
                .body("items.quantity", contains(50));
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(redeem(trial, key, "renew").asString()).isEqualTo(told.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", "ключ", "00000-00000-00000-00000-00001"})
    void whatIsNoKeyIsRefused(String text) {
        problem(redeem(known(aTermAccount()), text, "renew"), 422, "license-key-invalid");
    }

    @Test
    void aKeyThatWasNeverIssuedIsRefusedThoughItIsWellFormed() {
        // All zeros have zero as their check.
        problem(redeem(known(aTermAccount()), "00000-00000-00000-00000-00000", "renew"), 422, "license-key-invalid");
    }

    @Test
    void inputIsCheckedBeforeTheStateOfTheKey() {
        var term = known(aTermAccount());
        var path = keysOf(term.customer);

        problem(post(superAdmin(term), path, "{}"), 400, "validation-failed");
        problem(post(superAdmin(term), path, keyBody("x", "extend")), 400, "validation-failed");
        problem(post(superAdmin(term), path, keyBody("x".repeat(65), "renew")), 400, "validation-failed");
        problem(post(superAdmin(term), path, keyBody("\\u0000", "renew")), 400, "validation-failed");
        problem(post(Passports.partnerReadOnly(term.partner), path, "{"), 403, "role-required");
        problem(post(Passports.partnerSuperAdmin(Ids.next()), path, "{"), 404, "not-found");
    }

    @Test
    void theOperatorIssuesAKeyOnceAndItsTextIsNotKept() {
        var body = "{\"product\":\"mdr-complete\",\"quantity\":10,\"months\":36}";
        var idempotencyKey = Ids.next().toString();

        issue(idempotencyKey, body).then().statusCode(201).body("months", equalTo(36));
        problem(issue(idempotencyKey, body), 409, "idempotency-result-not-kept");
    }

    @Test
    void whatNoKeyCanBeIssuedForIsRefused() {
        problem(
                        post(
                                Passports.operator(),
                                "/v1/license-keys",
                                "{\"product\":\"no\",\"quantity\":1,\"months\":1}"),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/product"));
        problem(
                        post(
                                Passports.operator(),
                                "/v1/license-keys",
                                "{\"product\":\"mdr-complete\",\"quantity\":0,\"months\":121}"),
                        400,
                        "validation-failed")
                .body("errors", hasSize(2));
        problem(post(Passports.partnerSuperAdmin(Ids.next()), "/v1/license-keys", "{"), 403, "role-required");
    }

    private static io.restassured.response.Response issue(String idempotencyKey, String body) {
        return given().header("Authorization", Passports.operator())
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post("/v1/license-keys");
    }
}
