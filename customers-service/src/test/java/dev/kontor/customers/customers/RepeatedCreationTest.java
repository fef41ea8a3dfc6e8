package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creating a customer with an Idempotency-Key (api.md, "retry safety"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class RepeatedCreationTest {

    private APartner nordwind;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndMakesNothing() {
        var first = create(nordwind.superAdmin(), nordwind.aTrial("Kern"));
        var second = create(nordwind.superAdmin(), nordwind.aTrial("Kern"));

        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        as(nordwind.superAdmin()).get("/v1/customers?count=true").then().body("total", equalTo(1));
    }

    /** Api.md, "retry safety": with the visibility of now. */
    @Test
    void whatTheCallerSeesNoMoreIsNotRepeated() {
        String id = create(nordwind.superAdmin(), nordwind.aTrial("Kern")).path("id");
        as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .post("/v1/customers/" + id + "/disconnect")
                .then()
                .statusCode(200);

        problem(create(nordwind.superAdmin(), nordwind.aTrial("Kern")), 404, "not-found");
        // What ended its sight is repeated.
        as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .post("/v1/customers/" + id + "/disconnect")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    /** Domain.md, rule 41: with an answer of 256 KiB for each key one partner could fill the disk of everybody. */
    @Test
    void ofOnePartnerABoundedNumberOfAnswersIsKept() throws SQLException {
        keptBefore("1 hour");

        problem(create(nordwind.superAdmin(), nordwind.aTrial("Kern")), 429, "idempotency-quota-reached")
                .header("Retry-After", "3600");
        as(nordwind.superAdmin())
                .body(nordwind.aTrial("Kern").toString())
                .post("/v1/customers")
                .then()
                .statusCode(201);
        var other = APartner.in("msp-flex");
        create(other.superAdmin(), other.aTrial("Kern")).then().statusCode(201);
    }

    @Test
    void answersOlderThanADayMakeRoom() throws SQLException {
        keptBefore("25 hours");

        create(nordwind.superAdmin(), nordwind.aTrial("Kern")).then().statusCode(201);
        assertThat(OwnDatabase.read("select key from idempotency_key where tenant = ?", nordwind.id))
                .containsExactly(key);
    }

    private void keptBefore(String age) throws SQLException {
        OwnDatabase.change(
                "insert into idempotency_key (caller, method, path, key, fingerprint, tenant, created_at)"
                        + " select ?, 'POST', '/v1/customers', n::text, '', ?, clock_timestamp() - ?::interval"
                        + " from generate_series(1, 50000) n",
                "somebody of " + nordwind.id,
                nordwind.id,
                age);
    }

    @Test
    void whoWasUnassignedHearsNothingOfTheCustomerByRepeating() {
        String id =
                create(nordwind.businessAdmin("bea"), nordwind.aTrial("Kern")).path("id");
        create(nordwind.businessAdmin("bea"), nordwind.aTrial("Kern"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        as(nordwind.superAdmin())
                .body("{\"allCustomers\":false}")
                .put("/v1/administrators/bea")
                .then()
                .statusCode(200);

        problem(create(nordwind.businessAdmin("bea"), nordwind.aTrial("Kern")), 404, "not-found");
        as(nordwind.superAdmin()).get("/v1/customers/" + id).then().statusCode(200);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        create(nordwind.superAdmin(), nordwind.aTrial("Kern")).then().statusCode(201);

        problem(create(nordwind.superAdmin(), nordwind.aTrial("Maier")), 422, "idempotency-key-reused");
    }

    @Test
    void aRefusedCreationDoesNotBurnTheKey() {
        problem(create(nordwind.superAdmin(), nordwind.aTrial(" ")), 400, "validation-failed");

        create(nordwind.superAdmin(), nordwind.aTrial("Kern")).then().statusCode(201);
    }

    private Response create(String caller, ObjectNode account) {
        return as(caller)
                .header("Idempotency-Key", key)
                .body(account.toString())
                .post("/v1/customers");
    }
}
