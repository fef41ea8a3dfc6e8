package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renaming a customer, and what else of it a partner may change (domain.md rules 5 and 19). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class CustomerChangeTest {

    private APartner nordwind;
    private UUID kern;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
        kern = nordwind.trial("Bäckerei Kern");
    }

    @Test
    void aRenamedCustomerIsFoundUnderItsNewNameAndToldOf() {
        var seen = get().header("ETag");
        var renamed = patchAs(nordwind.superAdmin())
                .header("If-Match", seen)
                .body("{\"displayName\":\" Backhaus Kern \"}")
                .patch("/v1/customers/" + kern);

        renamed.then()
                .statusCode(200)
                .body("displayName", equalTo("Backhaus Kern"))
                .body("name", equalTo("Bäckerei Kern"));
        assertThat(renamed.header("ETag")).isNotEqualTo(seen).isEqualTo(get().header("ETag"));
        as(nordwind.superAdmin())
                .get("/v1/customers?search=backhaus")
                .then()
                .body("items.id", contains(kern.toString()));
        var told = Facts.await(
                "kontor.customers.v1",
                r -> r.key().equals("customer/" + kern) && "customer.renamed".equals(Facts.header(r, "ce_type")));
        assertThat(told.value())
                .contains("\"event\":{\"from\":\"Bäckerei Kern\",\"to\":\"Backhaus Kern\"}")
                .contains("\"displayName\":\"Backhaus Kern\"");
    }

    @Test
    void aRenameOfAVersionNobodySawIsRefused() {
        var seen = get().header("ETag");
        patch("{\"displayName\":\"First\"}").then().statusCode(200);

        problem(
                patchAs(nordwind.superAdmin())
                        .header("If-Match", seen)
                        .body("{\"displayName\":\"Second\"}")
                        .patch("/v1/customers/" + kern),
                412,
                "version-conflict");
        get().then().body("displayName", equalTo("First"));
    }

    @Test
    void whatCallersCannotEditChangesTheTagButNotTheVersionInIt() {
        var seen = get().header("ETag");
        APartner.switchAssistance(kern, "off").then().statusCode(200);

        assertThat(get().header("ETag")).isNotEqualTo(seen);
        as(nordwind.superAdmin())
                .header("If-None-Match", seen)
                .get("/v1/customers/" + kern)
                .then()
                .statusCode(200);
        patchAs(nordwind.superAdmin())
                .header("If-Match", seen)
                .body("{\"displayName\":\"Still fine\"}")
                .patch("/v1/customers/" + kern)
                .then()
                .statusCode(200);
    }

    @Test
    void inputComesBeforeVersionsInTheOrderOfRefusals() {
        problem(
                        patchAs(nordwind.superAdmin())
                                .header("If-Match", "\"99.x\"")
                                .body("{\"displayNam\":\"Kern\"}")
                                .patch("/v1/customers/" + kern),
                        400,
                        "unknown-field")
                .body("errors[0].detail", containsString("\"displayName\""));
    }

    @Test
    void theContactIsMergedAndReadAlone() {
        patch("{\"contact\":{\"email\":\"neu@example.com\",\"address\":{\"city\":\"Potsdam\"}}}")
                .then()
                .statusCode(200);

        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern + "/contact")
                .then()
                .statusCode(200)
                .body("email", equalTo("neu@example.com"))
                .body("firstName", equalTo("Petra"))
                .body("address.city", equalTo("Potsdam"))
                .body("address.postalCode", equalTo("10115"));
    }

    @Test
    void anExternalIdCanBeSetTakenAwayAndNotTakenFromAnother() {
        nordwind.created(nordwind.aTrial("Other").put("externalId", "K-1"));

        problem(patch("{\"externalId\":\"K-1\"}"), 409, "external-id-taken");
        patch("{\"externalId\":\"K-2\"}").then().statusCode(200).body("externalId", equalTo("K-2"));
        as(nordwind.superAdmin())
                .get("/v1/customers?externalId=K-2&count=true")
                .then()
                .body("items.id", contains(kern.toString()))
                .body("total", equalTo(1));
        as(nordwind.superAdmin()).get("/v1/customers?externalId=K-3").then().body("items.id", hasSize(0));
        patch("{\"externalId\":null}").then().statusCode(200).body("externalId", nullValue());
    }

    @Test
    void aWrongChangeIsRefusedByItsPlaceAndChangesNothing() {
        problem(patch("{\"displayName\":\" \"}"), 400, "validation-failed")
                .body("errors.pointer", contains("/displayName"));
        problem(patch("{\"contact\":{\"phone\":\"123\"}}"), 400, "validation-failed")
                .body("errors.pointer", contains("/contact/phone"));
        problem(patch("{\"name\":\"x\"}"), 400, "unknown-field");
        problem(patch("{\"displayName\":1}"), 400, "validation-failed")
                .body("errors.pointer", contains("/displayName"));
        problem(patch("[]"), 400, "malformed-json");
        problem(patch(""), 400, "malformed-json");
        get().then().body("displayName", equalTo("Bäckerei Kern"));
    }

    @Test
    void aManagedOrderIsReadOnlyAndShownToThePartnersOfItsProgramOnly() throws SQLException {
        OwnDatabase.change("update customer set managed = true, account_type = 'managed-order' where id = ?", kern);

        get().then()
                .statusCode(200)
                .body("managed", equalTo(true))
                .body("actions.rename.reason", equalTo("managed-order-read-only"));
        problem(patch("{\"displayName\":\"x\"}"), 409, "managed-order-read-only");
        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern + "/contact")
                .then()
                .statusCode(200);
        var outside = nordwind.superAdminIn("msp-flex");
        problem(as(outside).get("/v1/customers/" + kern), 404, "not-found");
        problem(as(outside).get("/v1/customers/" + kern + "/contact"), 404, "not-found");
        problem(patchAs(outside).body("{\"displayName\":\"x\"}").patch("/v1/customers/" + kern), 404, "not-found");
        as(outside).get("/v1/customers").then().body("items.size()", equalTo(0));
    }

    @Test
    void aReaderChangesNothing() {
        problem(patchAs(nordwind.readOnly("rosa")).body("{}").patch("/v1/customers/" + kern), 403, "role-required");
    }

    private Response get() {
        return as(nordwind.superAdmin()).get("/v1/customers/" + kern);
    }

    private Response patch(String body) {
        return patchAs(nordwind.superAdmin()).body(body).patch("/v1/customers/" + kern);
    }
}
