package dev.kontor.reporting.consent;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Consent off: nothing of the customer's leaves, in any format, also from exports made before (domain.md, rule 14). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class PartnerAssistanceJourneyTest {

    @Test
    void fromTheMomentItIsOffNothingLeavesForThePartner() {
        var bakery = Situation.aCustomer();
        var export = exported(bakery);
        bakery.assistance("off").tellConsent();
        bakery.ownerKnows(false);
        await().until(() -> get(bakery, bakery.url("/dashboards")).statusCode() == 403);

        for (var url : List.of(
                bakery.url("/dashboards/central-overview"),
                bakery.url("/dashboards/central-overview/widgets/endpoints.svg"),
                bakery.url("/reports/endpoint"),
                "/v1/exports/" + export,
                "/v1/exports/" + export + "/content")) {
            problem(get(bakery, url), 403, "partner-assistance-off")
                    .body("grant", equalTo(bakery.grant()))
                    .body("request", containsString("/partner-assistance/requests"));
        }
        for (var format : List.of("application/pdf", "image/png", "application/json", "text/csv")) {
            problem(
                    as(bakery.superAdmin).accept(format).get("/v1/exports/" + export + "/content"),
                    403,
                    "partner-assistance-off");
        }
        problem(bakery.export("email", "{\"format\":\"pdf\"}"), 403, "partner-assistance-off");
        problem(
                as(bakery.superAdmin)
                        .contentType("application/json")
                        .body("nonsense")
                        .post(bakery.url("/dashboards")),
                403,
                "partner-assistance-off");
    }

    @Test
    void theCustomersOwnAdministratorAndTheUsageReporterGoOn() {
        var bakery = Situation.aCustomer();
        var export = exported(bakery);
        bakery.assistance("off").tellConsent();
        bakery.ownerKnows(false);
        await().until(() -> get(bakery, bakery.url("/dashboards")).statusCode() == 403);

        as(Passports.customerAdmin(bakery.customer))
                .get("/v1/exports/" + export + "/content")
                .then()
                .statusCode(200);
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":1,\"of\":2}");
    }

    @Test
    void onAgainAMomentAgoIsOnThoughNoEventToldItYet() {
        var bakery = Situation.aCustomer();
        bakery.assistance("off").tellConsent();
        bakery.ownerKnows(false);
        await().until(() -> get(bakery, bakery.url("/dashboards")).statusCode() == 403);

        bakery.assistance("on").ownerKnows(false);
        get(bakery, bakery.url("/dashboards")).then().statusCode(200);
    }

    @Test
    void whileItsOwnerIsAwayWhatWasOffStaysOff() {
        var bakery = Situation.aCustomer();
        bakery.assistance("off").tellConsent();
        await().until(() -> get(bakery, bakery.url("/dashboards")).statusCode() == 403);
        bakery.ownerIsAway();
        problem(get(bakery, bakery.url("/dashboards")), 403, "partner-assistance-off");
    }

    @Test
    void consentThatRanOutIsNone() {
        var bakery = new Situation().assistanceUntil("2020-01-01T00:00:00Z");
        bakery.tell();
        bakery.ownerKnows(false);
        problem(get(bakery, bakery.url("/dashboards")), 403, "partner-assistance-off");
    }

    private static String exported(Situation bakery) {
        return bakery.export("central-overview", "{\"format\":\"pdf\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response get(Situation of, String url) {
        return as(of.superAdmin).get(url);
    }
}
