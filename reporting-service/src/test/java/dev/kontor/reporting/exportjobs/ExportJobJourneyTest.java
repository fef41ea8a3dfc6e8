package dev.kontor.reporting.exportjobs;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.JobIds;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ExportJobJourneyTest {

    private static final String ALL =
            "{\"dashboard\": \"central-overview\", \"all\": true, \"format\": \"pdf\", \"locale\": \"de\"}";

    @Inject
    JobIds ids;

    @Inject
    Database database;

    @Test
    void aDashboardOfAllCustomersIsFrozenAndEachCanBeDownloaded() {
        Situation bakery = Situation.aCustomer();
        Situation brewery = bakery.anotherCustomer();
        Response started = start(bakery, ALL);
        started.then()
                .statusCode(202)
                .body("id", matchesPattern("reporting-[0-9a-f-]{36}"))
                .body("kind", equalTo("dashboard-export"))
                .body("progress.total", equalTo(2));
        String id = started.path("id");
        assertThat(started.header("Location")).endsWith("/v1/jobs/" + id);

        JsonPath finished = finished(bakery, id);
        assertThat(finished.getInt("result.exported")).isEqualTo(2);
        assertThat(finished.getInt("progress.done")).isEqualTo(2);
        JsonPath exports = exports(bakery, id);
        assertThat(exports.getList("items.customerId", UUID.class)).containsExactly(bakery.customer, brewery.customer);
        byte[] pdf = content(bakery, exports.getString("items[1].exportId"));
        assertThat(PdfText.of(pdf)).contains("Zentrale Übersicht");
    }

    /** Rule 28: the owner knows logos that nobody exported or told of before. */
    @Test
    void everyDashboardOfAJobShowsBothLogosAndTheNewestName() {
        Situation bakery = Situation.aCustomer();
        Situation brewery = bakery.anotherCustomer();
        bakery.withLogos().renamedTo("Bäckerei Groß").ownerKnows(false);
        brewery.withLogos().renamedTo("Brauerei Groß").ownerKnows(false);

        String id = start(bakery, ALL).path("id");
        assertThat(finished(bakery, id).getInt("result.exported")).isEqualTo(2);
        JsonPath exports = exports(bakery, id);
        assertThat(exports.getList("items.customerId", UUID.class)).containsExactly(bakery.customer, brewery.customer);
        assertShows(content(bakery, exports.getString("items[0].exportId")), "Bäckerei Groß");
        assertShows(content(bakery, exports.getString("items[1].exportId")), "Brauerei Groß");
    }

    private static void assertShows(byte[] pdf, String name) {
        assertThat(PdfText.of(pdf)).contains(name);
        assertThat(PdfText.images(pdf)).isEqualTo(2);
    }

    @Test
    void whoDoesNotConsentIsRefusedAndListedAndBothAreInTheAccessLog() {
        Situation bakery = Situation.aCustomer();
        Situation brewery = bakery.anotherCustomer();
        brewery.assistance("off").tellConsent();
        brewery.ownerKnows(false);
        await().until(() ->
                as(bakery.superAdmin).get(brewery.url("/dashboards")).statusCode() == 403);

        String id = start(bakery, ALL).path("id");
        assertThat(finished(bakery, id).getInt("result.refused")).isEqualTo(1);
        JsonPath exports = exports(bakery, id);
        assertThat(exports.getString("items[1].state")).isEqualTo("refused");
        assertThat(exports.getString("items[1].reason")).isEqualTo("partner-assistance-off");
        assertThat(exports.getString("items[1].exportId")).isNull();

        assertThat(access(bakery.customer).getString("outcome")).isEqualTo("allowed");
        JsonPath refused = access(brewery.customer);
        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getString("reason")).isEqualTo("partner-assistance-off");
        assertThat(refused.getString("subject")).isEqualTo("super-admin@" + bakery.partner);
    }

    @Test
    void customersThatAreNotTheCallersAreNotFoundAndANewOneIsAskedFor() {
        Situation bakery = Situation.aCustomer();
        Situation strangers = Situation.aCustomer();
        Situation brewery = new Situation();
        brewery.ownerKnows(false);
        String id = start(
                        bakery,
                        "{\"dashboard\":\"email\",\"format\":\"csv\",\"customerIds\":[\"%s\",\"%s\",\"%s\"]}"
                                .formatted(bakery.customer, strangers.customer, brewery.customer))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .extract()
                .path("id");
        finished(bakery, id);
        assertThat(exports(bakery, id).getList("items.reason", String.class))
                .containsExactly(null, "not-found", "not-found");
    }

    @Test
    void customersSeenThroughAGroupAreExportedForWhoeverAdministersIt() {
        Situation bakery = Situation.aCustomer();
        bakery.anotherCustomer();
        String helpDesk = Passports.partner(bakery.partner, "helga", "partner-help-desk", List.of("reports:export"))
                .bearer();
        bakery.grouped(UUID.randomUUID(), "helga");
        bakery.awaitSeen(helpDesk);

        String id = start(helpDesk, ALL).path("id");
        assertThat(finished(helpDesk, id).getInt("result.exported")).isEqualTo(1);
        assertThat(exports(helpDesk, id).getList("items.customerId", UUID.class))
                .containsExactly(bakery.customer);
    }

    /** Rule 15: also a try at a customer that only colleagues see. */
    @Test
    void whoNamesACustomerOfItsPartnerThatItDoesNotSeeIsRefusedAndRecorded() {
        Situation bakery = Situation.aCustomer();
        Situation strangers = Situation.aCustomer();
        String helpDesk = Passports.partner(bakery.partner, "helga", "partner-help-desk", List.of("reports:export"))
                .bearer();

        String id = start(
                        helpDesk,
                        "{\"dashboard\":\"email\",\"format\":\"csv\",\"customerIds\":[\"%s\",\"%s\"]}"
                                .formatted(bakery.customer, strangers.customer))
                .path("id");
        finished(helpDesk, id);
        assertThat(exports(helpDesk, id).getList("items.reason", String.class))
                .containsExactly("not-found", "not-found");
        finished(strangers, start(strangers, ALL).path("id"));

        JsonPath refused = access(bakery.customer);
        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getString("reason")).isEqualTo("not-found");
        assertThat(refused.getString("subject")).isEqualTo("helga");
        // What was recorded first of the other is its own partner's call.
        assertThat(access(strangers.customer).getString("outcome")).isEqualTo("allowed");
    }

    @Test
    void whoeverNoLongerSeesACustomerAsItsTurnComesGetsNothingOfIt() {
        Situation bakery = Situation.aCustomer();
        String id = start(bakery, ALL).path("id");
        finished(bakery, id);
        asWorker(() -> {
            UUID job = ids.read(id).orElseThrow();
            update("update job_item set state = 'pending', outcome = null where job_id = :job", job);
            update(
                    """
                    update job set asker = jsonb_set(asker, '{seesAll}', 'false'), state = 'running', finished_at = null
                    where id = :job""",
                    job);
        });

        assertThat(finished(bakery, id).getInt("result.refused")).isEqualTo(1);
        assertThat(exports(bakery, id).getString("items[0].reason")).isEqualTo("not-found");
    }

    @Test
    void aJobSaysWhatDashboardAndWhom() {
        Situation bakery = Situation.aCustomer();
        problem(start(bakery, ALL.replace("central-overview", UUID.randomUUID().toString())), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/dashboard"));
        problem(start(bakery, ALL.replace("true", "false")), 400, "validation-failed")
                .body("errors[0].code", equalTo("customers-or-all"));
        problem(start(bakery, ALL.replace("pdf", "docx")), 400, "validation-failed");
        problem(
                start(bakery, "{\"dashboard\":\"email\",\"format\":\"csv\",\"customerIds\":[]}"),
                400,
                "validation-failed");
        problem(
                as(Passports.customerAdmin(bakery.customer))
                        .contentType("application/json")
                        .body(ALL)
                        .post("/v1/dashboard-export-jobs"),
                403,
                "role-required");
    }

    @Test
    void aJobIsThereForWhoeverAskedForIt() {
        Situation bakery = Situation.aCustomer();
        String id = start(bakery, ALL).path("id");
        finished(bakery, id);
        problem(as(Passports.partnerSuperAdmin(UUID.randomUUID())).get("/v1/jobs/" + id), 404, "not-found");
        String colleague = Passports.partner(
                        bakery.partner, "colleague", "partner-super-admin", List.of("reports:export"))
                .bearer();
        problem(as(colleague).get("/v1/jobs/" + id), 404, "not-found");
        problem(as(colleague).get("/v1/dashboard-export-jobs/" + id + "/exports"), 404, "not-found");
        problem(as(bakery.superAdmin).get("/v1/jobs/reporting-x"), 404, "not-found");
        assertThat(as(bakery.superAdmin).get("/v1/jobs/" + id + "/events").asString())
                .contains("\"state\":\"succeeded\"");
    }

    @Test
    void aLaunchedSessionKnowsNoJobOfItsLaunchers() {
        Situation bakery = Situation.aCustomer();
        String id = start(bakery, ALL).path("id");
        String session = Passports.partner(
                        bakery.partner,
                        "super-admin@" + bakery.partner,
                        "partner-super-admin",
                        List.of("reports:export"))
                .with("kind", "launched")
                .with("customer_id", bakery.customer.toString())
                .with("customers", "all")
                .bearer();
        problem(as(session).get("/v1/jobs/" + id), 404, "not-found");
        problem(as(session).get("/v1/jobs/" + id + "/events"), 404, "not-found");
        problem(as(session).get("/v1/dashboard-export-jobs/" + id + "/exports"), 404, "not-found");
        as(bakery.superAdmin).get("/v1/jobs/" + id).then().statusCode(200);
    }

    @Test
    void askingTwiceWithOneKeyStartsOneJob() {
        Situation bakery = Situation.aCustomer();
        String key = UUID.randomUUID().toString();
        assertThat(startWith(bakery, key)).isEqualTo(startWith(bakery, key));
    }

    @Test
    void whatACrashedProcessHadClaimedIsDoneByAnother() {
        Situation bakery = Situation.aCustomer();
        String id = start(bakery, ALL).path("id");
        finished(bakery, id);
        UUID before = UUID.fromString(exports(bakery, id).getString("items[0].exportId"));
        UUID job = ids.read(id).orElseThrow();
        asWorker(() -> {
            update("update job_item set state = 'claimed', fence = 7, outcome = null where job_id = :job", job);
            update("update job set state = 'running', finished_at = null where id = :job", job);
        });

        assertThat(finished(bakery, id).getInt("result.exported")).isEqualTo(1);
        assertThat(UUID.fromString(exports(bakery, id).getString("items[0].exportId")))
                .isNotEqualTo(before);
    }

    @Test
    void whatWasCalledOffIsNotExported() {
        Situation bakery = Situation.aCustomer();
        String id = start(bakery, ALL).path("id");
        finished(bakery, id);
        UUID job = ids.read(id).orElseThrow();
        // As another process left it that claimed the customer and died.
        asWorker(() -> {
            update(
                    "update job_item set state = 'claimed', due_at = 'infinity', outcome = null where job_id = :job",
                    job);
            update("update job set state = 'running', finished_at = null where id = :job", job);
        });

        as(bakery.superAdmin).delete("/v1/jobs/" + id).then().statusCode(200).body("state", equalTo("running"));
        asWorker(() -> update("update job_item set due_at = '-infinity' where job_id = :job", job));

        await().until(() -> as(bakery.superAdmin).get("/v1/jobs/" + id).path("state"), equalTo("failed"));
        as(bakery.superAdmin)
                .get("/v1/jobs/" + id)
                .then()
                .body("problem.code", equalTo("job-cancelled"))
                .body("result.exported", equalTo(0));
        assertThat(exports(bakery, id).getString("items[0].state")).isEqualTo("cancelled");
    }

    private void update(String sql, UUID job) {
        database.sql(sql).with("job", job).update();
    }

    private static void asWorker(Runnable work) {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(work));
    }

    private static Response start(Situation of, String command) {
        return start(of.superAdmin, command);
    }

    private static Response start(String bearer, String command) {
        return as(bearer).contentType("application/json").body(command).post("/v1/dashboard-export-jobs");
    }

    private static String startWith(Situation of, String key) {
        return as(of.superAdmin)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ALL)
                .post("/v1/dashboard-export-jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static JsonPath finished(Situation of, String id) {
        return finished(of.superAdmin, id);
    }

    private static JsonPath finished(String bearer, String id) {
        return await().until(() -> as(bearer).get("/v1/jobs/" + id).jsonPath(), job -> "succeeded"
                .equals(job.getString("state")));
    }

    private static JsonPath exports(Situation of, String id) {
        return exports(of.superAdmin, id);
    }

    private static JsonPath exports(String bearer, String id) {
        return as(bearer)
                .get("/v1/dashboard-export-jobs/" + id + "/exports")
                .then()
                .statusCode(200)
                .body("nextCursor", equalTo(null))
                .extract()
                .jsonPath();
    }

    private static byte[] content(Situation of, String exportId) {
        return as(of.superAdmin)
                .get("/v1/exports/" + exportId + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static JsonPath access(UUID customer) {
        var told = Facts.await(AccessDecided.TOPIC, record -> record.key().equals(customer.toString()));
        Contract.of("access.decided").assertForm(told);
        return JsonPath.from(told.value()).setRootPath("state");
    }
}
