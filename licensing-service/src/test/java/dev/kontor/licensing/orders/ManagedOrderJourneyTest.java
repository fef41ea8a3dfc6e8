package dev.kontor.licensing.orders;

import static dev.kontor.licensing.Calls.convert;
import static dev.kontor.licensing.Calls.issuedKey;
import static dev.kontor.licensing.Calls.known;
import static dev.kontor.licensing.Calls.licenses;
import static dev.kontor.licensing.Calls.post;
import static dev.kontor.licensing.Calls.redeem;
import static dev.kontor.licensing.Calls.superAdmin;
import static dev.kontor.licensing.Situation.aManagedAccount;
import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** domain.md rule 19. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ManagedOrderJourneyTest {

    private static final String PATH = "/v1/managed-orders";

    @Test
    void anOrderMakesItsCustomerFirstAndThenTheLicences() {
        var managed = aManagedAccount();

        var order = placed(managed, orderFor(managed, "mdr-complete"));

        order.then().body("customerId", equalTo(managed.customer.toString())).body("id", notNullValue());
        licenses(managed, "")
                .then()
                .statusCode(200)
                .body("items.type", contains("ordered"))
                .body("items.managed", contains(true))
                .body("items.quantity", contains(50))
                .body("items.actions.change.reason", contains("managed-order-read-only"))
                .body("items.actions.redeemKey.reason", contains("managed-order-read-only"));
        given().header("Authorization", superAdmin(managed))
                .get(PATH)
                .then()
                .body("items.id", contains(order.<String>path("id")))
                .body("items[0].products.code", contains("mdr-complete"));
    }

    @Test
    void rule19ItsLicencesKeysAndBillingTypeAreReadOnly() {
        var managed = aManagedAccount();
        placed(managed, orderFor(managed, "endpoint-advanced"));

        problem(redeem(managed, issuedKey("endpoint-advanced", 1, 1), "renew"), 409, "managed-order-read-only");
        problem(
                convert(managed, "{\"target\":\"monthly\",\"products\":[\"endpoint-advanced\"]}"),
                409,
                "managed-order-read-only");
        problem(
                given().header("Authorization", superAdmin(managed))
                        .contentType("application/json")
                        .body("{\"products\":[{\"code\":\"endpoint-advanced\"}]}")
                        .put("/v1/customers/" + managed.customer + "/licenses"),
                409,
                "managed-order-read-only");
        problem(
                given().header("Authorization", superAdmin(managed))
                        .put("/v1/customers/" + managed.customer + "/early-access/endpoint-preview"),
                409,
                "managed-order-read-only");
        licenses(managed, "").then().body("items.type", everyItem(is("ordered")));
    }

    @Test
    void whereTheCustomerCanNotBeMadeItSays503AndTheSameKeyGoesOn() {
        var managed = aManagedAccount();
        var key = Ids.next().toString();
        var body = orderFor(managed, "mdr-complete");
        CustomersServiceStub.failsToMakeOrdered(managed.name());

        problem(keyed(managed, key, body), 503, "service-unavailable").header("Retry-After", equalTo("1"));
        CustomersServiceStub.makesOrdered(managed.name(), managed.answer(true));
        var first = keyed(managed, key, body);
        var again = keyed(managed, key, body);

        first.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        licenses(managed, "").then().body("items", hasSize(1));
        problem(keyed(managed, key, orderFor(managed, "email-advanced")), 422, "idempotency-key-reused");
    }

    /** Decision 043. */
    @Test
    void withoutAKeyARepeatOfWhatWasNotAnsweredIsTheSameOrderAndAfterItsAnswerAnother() {
        var trial = known(aTrialOf("endpoint-advanced"));
        var body = orderOf(trial, "mdr-complete");
        CustomersServiceStub.refusesAccountTypeOf(trial.customer);
        problem(post(superAdmin(trial), PATH, body), 503, "service-unavailable");
        CustomersServiceStub.takesAccountTypeOf(trial.customer);

        var first = post(superAdmin(trial), PATH, body);

        first.then().statusCode(201);
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("accountType")
                        .asText())
                .isEqualTo("managed-order");
        assertThat(ordersOf(trial)).containsExactly(first.<String>path("id"));
        var second = post(superAdmin(trial), PATH, body);
        assertThat(ordersOf(trial))
                .containsExactlyInAnyOrder(first.<String>path("id"), second.<String>path("id"))
                .hasSize(2);
    }

    /** Decision 043: the owner may have made the customer although its answer never came. */
    @Test
    void withoutAKeyTheOwnerIsAskedForTheCustomerOfTheSameOrderAgain() {
        var managed = aManagedAccount();
        var body = orderFor(managed, "mdr-complete");
        CustomersServiceStub.failsToMakeOrdered(managed.name());
        problem(post(superAdmin(managed), PATH, body), 503, "service-unavailable");
        var asked = CustomersServiceStub.orderAskedFor(managed.name());
        CustomersServiceStub.makesOrdered(managed.name(), managed.answer(true));

        post(superAdmin(managed), PATH, body).then().statusCode(201).body("id", equalTo(asked));

        assertThat(CustomersServiceStub.orderAskedFor(managed.name())).isEqualTo(asked);
        var other = post(superAdmin(managed), PATH, body);
        other.then().statusCode(201);
        assertThat(other.<String>path("id")).isNotEqualTo(asked);
    }

    private static List<String> ordersOf(Situation situation) {
        return given().header("Authorization", superAdmin(situation))
                .get(PATH + "?customerId=" + situation.customer)
                .jsonPath()
                .getList("items.id");
    }

    @Test
    void whatTheOwnerRefusesOfTheCustomerIsSaidWithItsPlace() {
        var managed = aManagedAccount();
        CustomersServiceStub.makesOrdered(
                managed.name(),
                """
                {"status": 400, "code": "validation-failed", "detail": "One place of it is not valid.",
                 "errors": [{"pointer": "/contact/phone", "code": "phone-number", "detail": "Must be a phone number."}]}""");

        problem(post(superAdmin(managed), PATH, orderFor(managed, "mdr-complete")), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/customer/contact/phone"))
                .body("errors[0].detail", equalTo("Must be a phone number."));

        CustomersServiceStub.makesOrdered(managed.name(), "{\"status\": 409, \"code\": \"external-id-taken\"}");
        problem(post(superAdmin(managed), PATH, orderFor(managed, "mdr-complete")), 409, "external-id-taken");
    }

    @Test
    void aCustomerOnTrialBecomesAManagedOne() {
        var trial = known(aTrialOf("endpoint-advanced"));

        placed(trial, orderOf(trial, "mdr-complete")).then().body("customerId", equalTo(trial.customer.toString()));

        licenses(trial, "?activeOnly=true").then().body("items.type", contains("ordered"));
        assertThat(CustomersServiceStub.accountTypeToldOf(trial.customer)
                        .get("accountType")
                        .asText())
                .isEqualTo("managed-order");
        placed(trial, orderOf(trial, "email-advanced"));
        licenses(trial, "?activeOnly=true").then().body("items", hasSize(2));
    }

    @Test
    void monthlyLicencesAreNotGivenUpForAnOrder() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        problem(post(superAdmin(monthly), PATH, orderOf(monthly, "mdr-complete")), 409, "customer-not-orderable");
    }

    @Test
    void rule1ManagedRowsShowOnlyInTheProgram() {
        var managed = aManagedAccount();
        placed(managed, orderFor(managed, "mdr-complete"));
        var outside = Passports.partner(managed.partner, "boss", "partner-super-admin", List.of("licenses:read"))
                .with("customers", "all")
                .with("programs", List.of("msp-flex"))
                .bearer();

        problem(
                given().header("Authorization", outside).get("/v1/customers/" + managed.customer + "/licenses"),
                404,
                "not-found");
        given().header("Authorization", outside)
                .get("/v1/licenses")
                .then()
                .statusCode(200)
                .body("items", empty());
        problem(given().header("Authorization", outside).get(PATH), 403, "program-required")
                .body("program", equalTo("msp-flex-connect"));
    }

    @Test
    void refusalsSayWhy() {
        var trial = known(aTrialOf("endpoint-advanced"));

        problem(post(superAdmin(trial), PATH, orderOf(trial, "nothing")), 400, "validation-failed")
                .body("errors.code", contains("unknown-product"));
        problem(
                        post(
                                superAdmin(trial),
                                PATH,
                                orderOf(trial, "mdr-complete\",\"quantity\":1},{\"code\":\"mdr-complete")),
                        400,
                        "validation-failed")
                .body("errors.code", contains("given-twice"));
        problem(
                        post(superAdmin(trial), PATH, "{\"products\":[{\"code\":\"mdr-complete\",\"quantity\":1}]}"),
                        400,
                        "validation-failed")
                .body("errors.code", contains("either-or"));
        problem(post(superAdmin(trial), PATH, "{\"customerId\":\"x\",\"products\":[]}"), 400, "validation-failed");
        problem(post(Passports.partnerSuperAdmin(Ids.next()), PATH, orderOf(trial, "mdr-complete")), 404, "not-found");
        problem(post(Passports.partnerReadOnly(trial.partner), PATH, "{"), 403, "role-required");
        problem(keyed(trial, " ", orderOf(trial, "mdr-complete")), 400, "validation-failed")
                .body("errors.parameter", contains("Idempotency-Key"));
    }

    private static Response placed(Situation situation, String body) {
        CustomersServiceStub.makesOrdered(situation.name(), situation.answer(true));
        var answer = post(superAdmin(situation), PATH, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static Response keyed(Situation situation, String key, String body) {
        return given().header("Authorization", superAdmin(situation))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(PATH);
    }

    private static String orderFor(Situation situation, String product) {
        return """
                {"customer": {"name": "%s", "region": "DE", "externalId": "C-1017",
                  "contact": {"firstName": "Petra", "lastName": "Kern", "email": "petra@kern.example", "phone": "+493012345678",
                              "address": {"lines": ["Torstr. 44"], "city": "Berlin", "countryCode": "DE", "postalCode": "10119"}}},
                 "products": [{"code": "%s", "quantity": 50}]}"""
                .formatted(situation.name(), product);
    }

    private static String orderOf(Situation situation, String product) {
        return "{\"customerId\":\"%s\",\"products\":[{\"code\":\"%s\",\"quantity\":50}]}"
                .formatted(situation.customer, product);
    }
}
