package dev.kontor.customers.partnerapi;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accounts made by scripts begin with, and whose acceptance of the terms they stand under (domain.md rule 10). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class ProvisioningTest {

    private static final String PATH = "/v1/partner/provisioning";

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    private Response put(String body) {
        return as(nordwind.superAdmin()).body(body).put(PATH);
    }

    @Test
    void nothingIsSetAtFirst() {
        as(nordwind.superAdmin())
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("trial", nullValue())
                .body("monthly", nullValue());
    }

    @Test
    void theAcceptanceIsRecordedWithVersionTimeAndPerson() {
        put("""
            {"trial": {"products": ["email-advanced", "endpoint-advanced"]},
             "monthly": {"products": ["endpoint-advanced"], "acceptTerms": true}}""")
                .then()
                .statusCode(200)
                .body("trial.products", contains("email-advanced", "endpoint-advanced"))
                .body("monthly.products", contains("endpoint-advanced"))
                .body("monthly.terms.version", equalTo("2026-10"))
                .body("monthly.terms.acceptedBy", equalTo("super-admin"))
                .body("monthly.terms.acceptedAt", notNullValue());
        // A part that is missing is none.
        put("{\"trial\": {\"products\": [\"email-advanced\"]}}").then().statusCode(200);
        as(nordwind.superAdmin())
                .get(PATH)
                .then()
                .body("trial.products", contains("email-advanced"))
                .body("monthly", nullValue());
    }

    @Test
    void itIsPutAsItWasRead() {
        var tag = as(nordwind.superAdmin()).get(PATH).header("ETag");
        var body = "{\"trial\": {\"products\": [\"email-advanced\"]}}";

        as(nordwind.superAdmin())
                .header("If-Match", tag)
                .body(body)
                .put(PATH)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        problem(as(nordwind.superAdmin()).header("If-Match", tag).body(body).put(PATH), 412, "version-conflict");
    }

    @Test
    void itKeepsTheRulesOfTheAccountsItIsFor() {
        problem(
                put("{\"monthly\": {\"products\": [\"endpoint-advanced\"], \"acceptTerms\": false}}"),
                422,
                "terms-not-accepted");
        problem(
                        put("{\"monthly\": {\"products\": [\"email-advanced\"], \"acceptTerms\": true}}"),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/monthly/products/0"));
        problem(
                        put(
                                "{\"monthly\": {\"products\": [\"endpoint-advanced\", \"endpoint-essentials\"], \"acceptTerms\": true}}"),
                        400,
                        "validation-failed")
                .body("errors.code", contains("category-twice"));
        problem(put("{\"trial\": {\"products\": [\"none-such\"]}}"), 400, "validation-failed")
                .body("errors.pointer", contains("/trial/products/0"));
        problem(put("{\"trial\": {\"products\": []}}"), 400, "validation-failed");
        var outside = APartner.in("msp-flex-connect");
        problem(
                as(outside.superAdmin())
                        .body("{\"monthly\": {\"products\": [\"none-such\"], \"acceptTerms\": false}}")
                        .put(PATH),
                403,
                "program-required");
    }

    @Test
    void itIsTheSuperAdminsAndThePartnersOwn() {
        problem(as(nordwind.businessAdmin("bea")).get(PATH), 403, "role-required");
        put("{\"trial\": {\"products\": [\"email-advanced\"]}}").then().statusCode(200);
        as(APartner.in("msp-flex").superAdmin()).get(PATH).then().body("trial", nullValue());
    }
}
