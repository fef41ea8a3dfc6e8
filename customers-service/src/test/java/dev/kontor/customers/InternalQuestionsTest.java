package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services ask when they don't know an id yet (api.md, "read your writes"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class InternalQuestionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void aPartnerIsAnsweredAsItsFactTellsIt() throws IOException {
        var told = Facts.await("kontor.customers.v1", r -> r.key().equals("partner/" + nordwind.id));

        assertThat(JSON.readTree(ask("/internal/partners/" + nordwind.id).asString()))
                .isEqualTo(JSON.readTree(told.value()).get("state"));
    }

    @Test
    void aCustomerIsAnsweredWithItsConsentAndWhatTheSubjectSees() throws IOException {
        var kern = UUID.fromString(nordwind.create(nordwind.businessAdmin("bea"), nordwind.aTrial("Kern"))
                .path("id"));
        as(nordwind.superAdmin())
                .body("{\"allCustomers\":true}")
                .put("/v1/administrators/anna")
                .then()
                .statusCode(200);

        var answer = ask("/internal/customers/" + kern + "?subject=bea");
        answer.then()
                .statusCode(200)
                .body("customer.id", equalTo(kern.toString()))
                .body("customer.partnerId", equalTo(nordwind.id.toString()))
                .body("customer.products", contains(APartner.ENDPOINT))
                .body("consent.state", equalTo("on"))
                .body("administrator.allCustomers", equalTo(false))
                .body("assigned", equalTo(true));
        ask("/internal/customers/" + kern + "?subject=nobody")
                .then()
                .body("administrator", nullValue())
                .body("assigned", equalTo(false));
        ask("/internal/customers/" + kern + "?subject=anna")
                .then()
                .body("administrator.allCustomers", equalTo(true))
                .body("assigned", equalTo(false));
        ask("/internal/customers/" + kern).then().body("assigned", equalTo(false));
        var consent = Facts.await("kontor.consent.v1", r -> r.key().equals("consent/" + kern));
        var answered = (ObjectNode) JSON.readTree(answer.asString()).get("consent");
        var told = (ObjectNode) JSON.readTree(consent.value()).get("state");
        // Answers have milliseconds, events are as exact as they are.
        assertThat(Instant.parse(answered.remove("since").asText()))
                .isEqualTo(Instant.parse(told.remove("since").asText()).truncatedTo(ChronoUnit.MILLIS));
        assertThat(answered).isEqualTo(told);
    }

    @Test
    void theGroupsThroughWhichTheSubjectSeesTheCustomerAreAnsweredBesideWhatIsAssigned() {
        var kern = nordwind.trial("Kern");
        String group = as(nordwind.superAdmin())
                .body("{\"name\":\"Nord\"}")
                .post("/v1/customer-groups")
                .path("id");
        as(nordwind.superAdmin()).put("/v1/customer-groups/" + group + "/customers/" + kern);
        as(nordwind.superAdmin()).put("/v1/customer-groups/" + group + "/administrators/anna");

        ask("/internal/customers/" + kern + "?subject=anna")
                .then()
                .body("assigned", equalTo(false))
                .body("groupIds", contains(group));
        ask("/internal/customers/" + kern + "?subject=bea").then().body("groupIds", empty());
    }

    @Test
    void anAdministratorIsAnsweredOnceItWasNamed() {
        problem(ask("/internal/administrators/" + nordwind.id + "/anna"), 404, "not-found");

        as(nordwind.superAdmin()).body("{\"allCustomers\":true}").put("/v1/administrators/anna");

        ask("/internal/administrators/" + nordwind.id + "/anna")
                .then()
                .statusCode(200)
                .body("allCustomers", equalTo(true))
                .body("version", equalTo(1));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        for (var path : List.of("partners/", "customers/", "launch-sessions/", "logos/")) {
            problem(ask("/internal/" + path + UUID.randomUUID()), 404, "not-found");
        }
    }

    @Test
    void nobodyButAServiceIsAnswered() {
        for (var path : List.of(
                "partners/" + nordwind.id,
                "customers/" + UUID.randomUUID(),
                "administrators/" + nordwind.id + "/anna",
                "launch-sessions/" + UUID.randomUUID(),
                "logos/abc")) {
            problem(as(nordwind.superAdmin()).get("/internal/" + path), 403, "role-required");
            problem(as(Passports.operator()).get("/internal/" + path), 403, "role-required");
            problem(as(Passports.internal("billing", "licensing")).get("/internal/" + path), 401, "unauthenticated");
        }
    }

    private static Response ask(String path) {
        return as(Passports.internal("billing", "customers")).get(path);
    }
}
