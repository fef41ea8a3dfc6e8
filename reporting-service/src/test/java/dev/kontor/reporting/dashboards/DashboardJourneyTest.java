package dev.kontor.reporting.dashboards;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** The vendor's dashboards and custom ones, on screen (domain.md rule 29). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class DashboardJourneyTest {

    private static final String ONE_WIDGET =
            """
            {"name": "Montag", "widgets": [{"id": "health", "type": "donut", "title": "Zustand",
              "position": {"x": 0, "y": 0, "width": 6, "height": 4}, "source": "endpoint.health"}]}""";

    @Test
    void everyCustomerHasTheVendorsDashboardsAndNoneCanBeDeleted() {
        var bakery = Situation.aCustomer();

        as(bakery.superAdmin)
                .get(bakery.url("/dashboards"))
                .then()
                .statusCode(200)
                .body("items.id", contains("central-overview", "endpoint", "server", "email", "account-health"))
                .body("items[0].kind", equalTo("vendor"))
                .body("items[0].deletable", equalTo(false))
                .body("nextCursor", equalTo(null));
        as(bakery.superAdmin)
                .header("Accept-Language", "de-AT")
                .get(bakery.url("/dashboards/central-overview"))
                .then()
                .body("name", equalTo("Zentrale Übersicht"));
        problem(
                as(bakery.superAdmin).delete(bakery.url("/dashboards/central-overview")),
                409,
                "dashboard-not-deletable");
        problem(
                as(bakery.superAdmin)
                        .contentType("application/json")
                        .body(ONE_WIDGET)
                        .put(bakery.url("/dashboards/endpoint")),
                409,
                "dashboard-not-editable");
    }

    @Test
    void aCustomDashboardLivesFromCreationToDeletion() {
        var bakery = Situation.aCustomer();
        var location = as(bakery.superAdmin)
                .contentType("application/json")
                .body(ONE_WIDGET)
                .post(bakery.url("/dashboards"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("custom"))
                .body("deletable", equalTo(true))
                .body("widgets[0].type", equalTo("donut"))
                .extract()
                .header("Location");
        var url = location.substring(location.indexOf("/v1/"));
        var tag =
                as(bakery.superAdmin).get(url).then().statusCode(200).extract().header("ETag");

        as(bakery.superAdmin)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(ONE_WIDGET.replace("Montag", "Dienstag"))
                .put(url)
                .then()
                .statusCode(200)
                .body("name", equalTo("Dienstag"));
        problem(
                as(bakery.superAdmin)
                        .contentType("application/json")
                        .header("If-Match", tag)
                        .body(ONE_WIDGET)
                        .put(url),
                412,
                "version-conflict");
        as(Passports.customerAdmin(bakery.customer)).delete(url).then().statusCode(204);
        problem(as(bakery.superAdmin).get(url), 404, "not-found");
        problem(
                as(bakery.superAdmin)
                        .contentType("application/json")
                        .body("{\"name\": \"\"}")
                        .put(url),
                404,
                "not-found");
    }

    @Test
    void aRepeatWithItsKeyGetsTheFirstAnswerWhateverBecameOfTheDashboard() {
        var bakery = Situation.aCustomer();
        var key = UUID.randomUUID().toString();
        var first = createWith(bakery, key);
        var url = bakery.url("/dashboards/" + first.path("id"));

        as(bakery.superAdmin)
                .contentType("application/json")
                .body(ONE_WIDGET.replace("Montag", "Dienstag"))
                .put(url)
                .then()
                .statusCode(200);
        assertReplayed(createWith(bakery, key), first);
        as(bakery.superAdmin).delete(url).then().statusCode(204);
        assertReplayed(createWith(bakery, key), first);
    }

    private static void assertReplayed(Response repeat, Response first) {
        assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeat.asString()).isEqualTo(first.asString());
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Response createWith(Situation of, String key) {
        var created = as(of.superAdmin)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ONE_WIDGET)
                .post(of.url("/dashboards"));
        created.then().statusCode(201).body("name", equalTo("Montag"));
        return created;
    }

    @Test
    void aListGoesOnWhereItStopped() {
        Situation bakery = Situation.aCustomer();
        String cursor = as(bakery.superAdmin)
                .get(bakery.url("/dashboards?limit=3"))
                .then()
                .body("items", hasSize(3))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("nextCursor");
        as(bakery.superAdmin)
                .get(bakery.url("/dashboards?limit=3&cursor=" + cursor))
                .then()
                .body("items.id", contains("email", "account-health"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void whatBreaksTheGridIsRefusedWithItsPlace() {
        Situation bakery = Situation.aCustomer();

        problem(create(bakery, ONE_WIDGET.replace("\"x\": 0", "\"x\": 9")), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/widgets/0/position/x"));
        problem(create(bakery, ONE_WIDGET.replace("endpoint.health", "endpoint.wealth")), 400, "validation-failed")
                .body("errors[0].code", equalTo("unknown-source"));
        problem(create(bakery, ONE_WIDGET.replace("\"health\"", "\"Health!\"")), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/widgets/0/id"));
        problem(create(bakery, ONE_WIDGET.replace("donut", "pie")), 400, "validation-failed");
    }

    @Test
    void aPostedFigureIsOnTheScreenAndAnOlderOneDoesNotReplaceIt() {
        Situation bakery = Situation.aCustomer();
        draw(bakery, "central-overview/widgets/endpoints.svg?locale=de").contains("Noch keine Daten");

        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":1234.0,\"of\":1301}");
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-19T00:00:00Z\",\"value\":7,\"of\":8}");

        draw(bakery, "central-overview/widgets/endpoints.svg?locale=de").contains(">1.234<", "von 1.301 (95");
        problem(
                as(bakery.superAdmin).get(bakery.url("/dashboards/central-overview/widgets/none.svg")),
                404,
                "not-found");
    }

    @Test
    void everySourceTakesItsFiguresAndEveryWayToShowItShowsThem() {
        Situation bakery = Situation.aCustomer();
        List<Map<String, Object>> sources =
                as(bakery.superAdmin).get("/v1/dashboard-sources").jsonPath().getList("items");
        for (Map<String, Object> source : sources) {
            String code = (String) source.get("code");
            if (code.startsWith("licenses.")) {
                continue;
            }
            bakery.post(code, figures((String) source.get("figures")));
            for (Object type : (List<?>) source.get("types")) {
                var url = create(
                                bakery,
                                ONE_WIDGET.replace("donut", type.toString()).replace("endpoint.health", code))
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
                assertThat(as(bakery.superAdmin)
                                .get(url.substring(url.indexOf("/v1/")) + "/widgets/health.svg")
                                .asString())
                        .as("%s as %s", code, type)
                        .contains("471")
                        .doesNotContain("No data yet");
            }
        }
    }

    private static String figures(String member) {
        var figures =
                switch (member) {
                    case "value" -> "471";
                    case "parts" -> "[{\"label\":\"healthy\",\"value\":471,\"state\":\"good\"}]";
                    case "points" -> "[{\"at\":\"2026-11-19\",\"value\":471}]";
                    case "table" -> "{\"columns\":[{\"label\":\"threats\",\"kind\":\"number\"}],\"rows\":[[\"471\"]]}";
                    default -> "[{\"label\":\"Backups\",\"state\":\"bad\",\"detail\":\"471\"}]";
                };
        return "{\"asOf\":\"2026-11-20T00:00:00Z\",\"" + member + "\":" + figures + "}";
    }

    @Test
    void figuresThatCannotBeDrawnAreRefusedWithTheirPlace() {
        var bakery = Situation.aCustomer();
        var table = "{\"asOf\":\"2026-11-20T00:00:00Z\",\"table\":{\"columns\":[{\"label\":\"a\",\"kind\":\"number\"}],"
                + "\"rows\":[[\"x\"]]}}";

        problem(put(bakery, "endpoint.devices", table), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/table/rows/0/0"));
        problem(put(bakery, "endpoint.health", "{\"asOf\":\"2026-11-20T00:00:00Z\"}"), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/parts"));
        problem(put(bakery, "licenses.usage", table), 404, "not-found");
    }

    @Test
    void aReporterWhoseClockRunsAheadIsRefusedAndFreezesNoSource() {
        var bakery = Situation.aCustomer();
        var ahead = Instant.now().plus(Duration.ofHours(25)).toString();

        problem(put(bakery, "endpoint.protected", "{\"asOf\":\"" + ahead + "\",\"value\":7}"), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/asOf"))
                .body("errors[0].code", equalTo("observed-in-future"))
                .body("errors[0].detail", equalTo("Must be no more than 24 hours ahead of our clock."));
    }

    @Test
    void licencesAreShownAsTheyWereTold() {
        var bakery = Situation.aCustomer();
        Contract.of("license.changed")
                .key("licenses/" + bakery.customer)
                .with("state.customerId", bakery.customer)
                .with("state.partnerId", bakery.partner)
                .with("state.version", 3)
                .with("state.status", "active")
                .with("state.licenses.0.type", "term")
                .with("state.licenses.0.status", "active")
                .with("state.licenses.0.quantity", 1350)
                .with("state.licenses.0.unlimited", false)
                .with("state.licenses.0.startAt", "2026-01-01T00:00:00Z")
                .with("state.licenses.0.endAt", "2027-01-01T00:00:00Z")
                .with("state.licenses.1.product", "email-standard")
                .with("state.licenses.1.status", "revoked")
                .with("state.licenses.1.startAt", "2026-01-01T00:00:00Z")
                .with("state.licenses.1.endAt", "2026-02-01T00:00:00Z")
                .send(bakery.partner);
        Contract.of("product.changed")
                .key("product/endpoint-advanced")
                .with("state.code", "endpoint-advanced")
                .with("state.name", "Endpoint Advanced")
                .with("state.version", 1_000_000)
                .send(null);

        await().untilAsserted(() -> draw(bakery, "account-health/widgets/licenses.svg")
                .contains("Endpoint Advanced", "1,350", "Active", "1 Jan 2027")
                .doesNotContain("email-standard"));
        draw(bakery, "account-health/widgets/checks.svg").contains("Licenses", "Good");
    }

    @Test
    void anotherPartnersCustomerIsNotThere() {
        var bakery = Situation.aCustomer();
        var other = Passports.partnerSuperAdmin(UUID.randomUUID());

        problem(as(other).get(bakery.url("/dashboards")), 404, "not-found");
        problem(
                as(other).contentType("application/json").body("nonsense").post(bakery.url("/dashboards")),
                404,
                "not-found");
        problem(as(Passports.customerAdmin(UUID.randomUUID())).get(bakery.url("/dashboards")), 404, "not-found");
    }

    @Test
    void whoMayOnlyReadReadsAndWritesNothing() {
        var bakery = Situation.aCustomer();
        var reader = Passports.partner(bakery.partner, "reader", "partner-read-only", Set.of("reports:export"))
                .bearer();
        problem(as(reader).get(bakery.url("/dashboards")), 404, "not-found");
        bakery.ownerKnows(true);

        as(reader).get(bakery.url("/dashboards")).then().statusCode(200);
        problem(
                as(reader).contentType("application/json").body(ONE_WIDGET).post(bakery.url("/dashboards")),
                403,
                "role-required");
    }

    @Test
    void aCustomerCreatedAMomentAgoIsAskedFor() {
        var brewery = new Situation();
        problem(as(brewery.superAdmin).get(brewery.url("/dashboards")), 404, "not-found");
        brewery.ownerKnows(false);

        as(brewery.superAdmin).get(brewery.url("/dashboards")).then().statusCode(200);
        brewery.ownerIsAway();
        as(brewery.superAdmin).get(brewery.url("/dashboards")).then().statusCode(200);
    }

    @Test
    void whetherACustomerExistsCannotBeToldWhileItsOwnerIsInTrouble() {
        var brewery = new Situation();
        brewery.ownerIsAway();

        problem(as(brewery.superAdmin).get(brewery.url("/dashboards")), 503, "service-unavailable");
    }

    @Test
    void whatCanBeShownIsListed() {
        as(Passports.partnerReadOnly(UUID.randomUUID()))
                .get("/v1/dashboard-sources")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("server.threats"))
                .body("items.find { it.code == 'endpoint.threats' }.types", contains("bar", "line"));
    }

    private static Response create(Situation of, String body) {
        return as(of.superAdmin).contentType("application/json").body(body).post(of.url("/dashboards"));
    }

    private static Response put(Situation of, String source, String body) {
        return as(Passports.usageReporter())
                .contentType("application/json")
                .body(body)
                .put(of.url("/security-data/" + source));
    }

    private static AbstractStringAssert<?> draw(Situation of, String widget) {
        return assertThat(as(of.superAdmin)
                .get(of.url("/dashboards/" + widget))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString());
    }
}
