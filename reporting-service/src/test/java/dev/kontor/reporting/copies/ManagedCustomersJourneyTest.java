package dev.kontor.reporting.copies;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Managed customers show only to partners with msp-flex-connect (domain.md rule 1); there their dashboards work (rule 19). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ManagedCustomersJourneyTest {

    private static final String PDF = "{\"format\":\"pdf\"}";

    @Inject
    Session database;

    @Test
    void aManagedCustomerIsNotThereOutsideTheProgram() {
        var bakery = managed(new Situation());
        bakery.ownerKnows(true);
        String export = bakery.export("central-overview", PDF)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var outsider = outsider(bakery);
        for (var url : List.of(
                bakery.url("/dashboards"),
                bakery.url("/dashboards/central-overview/widgets/endpoints.svg"),
                bakery.url("/reports/licenses"),
                "/v1/exports/" + export,
                "/v1/exports/" + export + "/content")) {
            problem(as(outsider).get(url), 404, "not-found");
            as(bakery.superAdmin).get(url).then().statusCode(200);
        }
        as(Passports.customerAdmin(bakery.customer))
                .get(bakery.url("/dashboards"))
                .then()
                .statusCode(200);
    }

    @Test
    void aJobOutsideTheProgramLeavesManagedCustomersOutAndRefusesThoseNamed() {
        var bakery = Situation.aCustomer();
        Situation brewery = managed(bakery.anotherCustomer());
        String outsider = outsider(bakery);

        start(outsider, "{\"dashboard\":\"email\",\"format\":\"csv\",\"all\":true}")
                .then()
                .statusCode(202)
                .body("progress.total", equalTo(1));
        String named =
                "{\"dashboard\":\"email\",\"format\":\"csv\",\"customerIds\":[\"%s\"]}".formatted(brewery.customer);
        assertThat(result(outsider, start(outsider, named).path("id")).getInt("refused"))
                .isEqualTo(1);
        assertThat(result(bakery.superAdmin, start(bakery.superAdmin, named).path("id"))
                        .getInt("exported"))
                .isEqualTo(1);
    }

    @Test
    void aJobGoesOnWithoutTheProgramThatItsPartnerLeftMeanwhile() {
        Situation bakery = Situation.aCustomer();
        Situation brewery = managed(bakery.anotherCustomer());
        String named =
                "{\"dashboard\":\"email\",\"format\":\"csv\",\"customerIds\":[\"%s\"]}".formatted(brewery.customer);
        String id = start(bakery.superAdmin, named).path("id");
        assertThat(result(bakery.superAdmin, id).getInt("exported")).isEqualTo(1);

        bakery.partnerIsIn("msp-flex");
        await().until(() -> update(
                        "update partners set version = version where id = ?1 and programs = '[\"msp-flex\"]'",
                        bakery.partner)
                == 1);
        UUID job = UUID.fromString(id.replace("reporting-", ""));
        update("update job_item set state = 'pending', outcome = null where job_id = ?1", job);
        update("update job set state = 'running', finished_at = null where id = ?1", job);

        assertThat(result(bakery.superAdmin, id).getInt("refused")).isEqualTo(1);
    }

    @Test
    void aCustomerKnownBeforeThisWasToldIsAskedFor() {
        var bakery = Situation.aCustomer();
        var brewery = managed(bakery.anotherCustomer());
        var outsider = outsider(bakery);
        forget(bakery.customer);
        forget(brewery.customer);
        problem(as(outsider).get(bakery.url("/dashboards")), 404, "not-found");

        bakery.ownerKnows(false);
        brewery.ownerKnows(false);
        as(outsider).get(bakery.url("/dashboards")).then().statusCode(200);
        problem(as(outsider).get(brewery.url("/dashboards")), 404, "not-found");
    }

    private static Situation managed(Situation situation) {
        situation.managed().tell();
        situation.awaitSeen(situation.superAdmin);
        await().until(() ->
                as(outsider(situation)).get(situation.url("/dashboards")).statusCode() == 404);
        return situation;
    }

    /** Sees every customer of its partner, which is in the other program only. */
    private static String outsider(Situation of) {
        return Passports.partner(of.partner, "outsider", "partner-super-admin", List.of("reports:export"))
                .with("customers", "all")
                .with("programs", List.of("msp-flex"))
                .bearer();
    }

    /** As rows stand that were copied before there was this column. */
    private void forget(UUID customer) {
        update("update customers set managed = null where id = ?1", customer);
    }

    private int update(String sql, UUID id) {
        return RowScope.worker()
                .call(() -> QuarkusTransaction.requiringNew().call(() -> database.createNativeMutationQuery(sql)
                        .setParameter(1, id)
                        .executeUpdate()));
    }

    private static Response start(String bearer, String command) {
        return as(bearer).contentType("application/json").body(command).post("/v1/dashboard-export-jobs");
    }

    private static JsonPath result(String bearer, String job) {
        return await().until(() -> as(bearer).get("/v1/jobs/" + job).jsonPath(), it -> "succeeded"
                        .equals(it.getString("state")))
                .setRootPath("result");
    }
}
