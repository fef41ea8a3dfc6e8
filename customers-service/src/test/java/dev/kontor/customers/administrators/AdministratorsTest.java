package dev.kontor.customers.administrators;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Who sees which customers (domain.md, "Permissions by partner role"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class AdministratorsTest {

    private static final String TOPIC = "kontor.customers.v1";

    private APartner nordwind;
    private UUID kern;
    private UUID maier;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
        maier = nordwind.trial("Maier");
    }

    @Test
    void aSubjectNeverNamedSeesNoCustomer() {
        assertThat(seenBy("rosa")).isEmpty();
        problem(as(nordwind.superAdmin()).get("/v1/administrators/rosa"), 404, "not-found");
    }

    @Test
    void whatIsAssignedIsSeenAndNothingElse() {
        put("rosa", false, kern).then().statusCode(200).body("customerIds", contains(kern.toString()));

        assertThat(seenBy("rosa")).containsExactly("Kern");
        as(nordwind.readOnly("rosa")).get("/v1/customers/" + kern).then().statusCode(200);
        problem(as(nordwind.readOnly("rosa")).get("/v1/customers/" + maier), 404, "not-found");
        var told = Facts.await(TOPIC, r -> r.key().equals(assignment("rosa", kern)));
        assertThat(told.value()).contains("\"subject\":\"rosa\"").contains("\"customerId\":\"" + kern + "\"");
    }

    @Test
    void whatIsNoLongerNamedIsTakenAwayAndToldAsATombstone() {
        put("rosa", false, kern).then().statusCode(200);
        put("rosa", false, maier).then().statusCode(200);

        assertThat(seenBy("rosa")).containsExactly("Maier");
        assertThat(Facts.collect(TOPIC, r -> r.key().equals(assignment("rosa", kern)), 2)
                        .get(1)
                        .value())
                .isNull();
    }

    @Test
    void whoeverCreatesACustomerIsNamedWithIt() {
        var created = createdBy("bea", "Sommer");
        var later = createdBy("bea", "Winter");

        as(nordwind.superAdmin())
                .get("/v1/administrators/bea")
                .then()
                .statusCode(200)
                .body("allCustomers", equalTo(false))
                .body("customerIds", contains(created, later));
        as(nordwind.superAdmin())
                .get("/v1/administrators?count=true")
                .then()
                .body("items.subject", contains("bea"))
                .body("total", equalTo(1));
        var told = Facts.await(TOPIC, r -> r.key().equals("administrator/" + nordwind.id + "/bea"));
        assertThat(told.value()).contains("\"allCustomers\":false").contains("\"version\":1");
    }

    @Test
    void whoSeesAllAlreadyStillDoesAfterCreatingACustomer() {
        put("bea", true).then().statusCode(200);

        createdBy("bea", "Sommer");

        assertThat(seenBy("bea")).containsExactly("Kern", "Maier", "Sommer");
    }

    @Test
    void aSuperAdminSeesAllByItsRoleAndIsNotListed() {
        as(nordwind.superAdmin()).get("/v1/administrators").then().body("items", empty());
    }

    @Test
    void whatIsDecidedAtTheSameTimeIsNotUndoneByAGroup() throws Exception {
        String group = as(nordwind.superAdmin())
                .body("{\"name\":\"Nord\"}")
                .post("/v1/customer-groups")
                .path("id");
        var pool = Executors.newSingleThreadExecutor();
        try (var decision = OwnDatabase.asOwner()) {
            decision.setAutoCommit(false);
            decide(decision, "rosa", true);
            var put = pool.submit(() -> as(nordwind.superAdmin())
                    .put("/v1/customer-groups/" + group + "/administrators/rosa")
                    .statusCode());
            var pid = decision.unwrap(PGConnection.class).getBackendPID();
            await().untilAsserted(() -> assertThat(OwnDatabase.read(
                            "select pid from pg_stat_activity where ? = any (pg_blocking_pids(pid))", pid))
                    .isNotEmpty());

            decision.commit();

            assertThat(put.get()).isEqualTo(204);
        } finally {
            pool.shutdownNow();
        }
        as(nordwind.superAdmin())
                .get("/v1/administrators/rosa")
                .then()
                .body("allCustomers", equalTo(true))
                .body("groupIds", contains(group));
    }

    @Test
    void allCustomersAreAllNowAndLater() {
        put("rosa", true)
                .then()
                .statusCode(200)
                .body("allCustomers", equalTo(true))
                .body("customerIds", empty());
        nordwind.trial("Later");
        assertThat(seenBy("rosa")).containsExactly("Kern", "Later", "Maier");
        var told = Facts.await(TOPIC, r -> r.key().equals("administrator/" + nordwind.id + "/rosa"));
        assertThat(told.value()).contains("\"allCustomers\":true").contains("\"version\":1");

        put("rosa", false).then().statusCode(200);
        assertThat(seenBy("rosa")).isEmpty();
    }

    @Test
    void aCustomerOfNobodyOrOfAnotherPartnerCannotBeAssigned() {
        var theirs = APartner.in("msp-flex").trial("Theirs");
        for (var unknown : List.of(theirs, UUID.randomUUID())) {
            problem(put("rosa", false, kern, unknown), 400, "validation-failed")
                    .body("errors.pointer", contains("/customerIds/1"))
                    .body("errors.code", contains("unknown-customer"));
        }
        assertThat(seenBy("rosa")).as("nothing of it was done").isEmpty();
    }

    @Test
    void administratorsAreListedBySubject() {
        put("c@x", false, kern);
        put("a@x", true);
        put("b@x", false);

        var first = as(nordwind.superAdmin()).get("/v1/administrators?limit=2");
        first.then().body("items.subject", contains("a@x", "b@x"));
        as(nordwind.superAdmin())
                .get("/v1/administrators?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.subject", contains("c@x"))
                .body("items[0].customerIds", contains(kern.toString()));
        as(APartner.in("msp-flex").superAdmin())
                .get("/v1/administrators")
                .then()
                .body("items", empty());
    }

    @Test
    void aSubjectThatNoTokenCouldHaveIsRefused() {
        problem(put("rosa rot", false), 400, "validation-failed").body("errors[0].parameter", equalTo("subject"));
        problem(put("x".repeat(129), false), 400, "validation-failed");
    }

    @Test
    void whatIsDecidedMustBeSaid() {
        problem(as(nordwind.superAdmin()).body("{}").put("/v1/administrators/rosa"), 400, "validation-failed")
                .body("errors.pointer", contains("/allCustomers"));
    }

    @Test
    void onlyWhoManagesGroupsDecides() {
        problem(as(nordwind.businessAdmin("bea")).get("/v1/administrators"), 403, "role-required");
        problem(
                as(nordwind.businessAdmin("bea"))
                        .body("{\"allCustomers\":true}")
                        .put("/v1/administrators/bea"),
                403,
                "role-required");
    }

    private String createdBy(String subject, String name) {
        return nordwind.create(nordwind.businessAdmin(subject), nordwind.aTrial(name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void decide(Connection decision, String subject, boolean all) throws SQLException {
        try (var statement = decision.prepareStatement(
                "insert into administrator (partner_id, subject, all_customers, version) values (?, ?, ?, 1)")) {
            statement.setObject(1, nordwind.id);
            statement.setString(2, subject);
            statement.setBoolean(3, all);
            statement.executeUpdate();
        }
    }

    private Response put(String subject, boolean all, UUID... customers) {
        var ids = List.of(customers).stream().map(id -> "\"" + id + "\"").toList();
        return as(nordwind.superAdmin())
                .body("{\"allCustomers\":" + all + ",\"customerIds\":" + ids + "}")
                .put("/v1/administrators/{subject}", subject);
    }

    private List<String> seenBy(String subject) {
        return as(nordwind.readOnly(subject))
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.displayName");
    }

    private String assignment(String subject, UUID customer) {
        return "assignment/" + nordwind.id + "/" + subject + "/" + customer;
    }
}
