package dev.kontor.customers.bulk;

import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.ALicensing;
import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.platform.jobs.JobIds;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One operation on many customers, as a job (api.md, {@code customers:bulk}). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(value = ALicensing.class, scope = TestResourceScope.GLOBAL)
class BulkJourneyTest {

    private static final String BULK = "/v1/customers:bulk";

    @Inject
    JobIds ids;

    private APartner nordwind;
    private UUID kern;
    private UUID maier;
    private String group;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
        maier = nordwind.trial("Maier");
        group = as(nordwind.superAdmin())
                .body(Map.of("name", "Nord"))
                .post("/v1/customer-groups")
                .path("id");
    }

    @Test
    void aJobSaysWhatBecameOfEachCustomer() {
        var unknown = UUID.randomUUID();
        var started = start(kern, unknown, maier);
        started.then().statusCode(202).body("kind", equalTo("customers-bulk")).body("progress.total", equalTo(3));
        assertThat(started.header("Location")).endsWith("/v1/jobs/" + started.path("id"));
        assertThat(started.<String>path("id")).startsWith("customers-");

        finished(started)
                .then()
                .body("state", equalTo("succeeded"))
                .body("problem", nullValue())
                .body("progress.done", equalTo(3))
                .body("result.kind", equalTo("customers-bulk"))
                .body("result.done", equalTo(2))
                .body("result.refused", equalTo(1))
                .body("result.items.customerId", contains(kern.toString(), unknown.toString(), maier.toString()))
                .body("result.items.outcome", contains("done", "refused", "done"))
                .body("result.items[1].problem.code", equalTo("not-found"));
        as(nordwind.superAdmin())
                .get("/v1/customers?groupId=" + group)
                .then()
                .body("items.displayName", contains("Kern", "Maier"));
    }

    @Test
    void manyAreDisconnectedEachByItsOwnRule() {
        var monthly = nordwind.created(nordwind.aMonthly("Monthly"));
        ALicensing.says(maier, "term active " + TestClock.now().plus(Duration.ofDays(90)));

        var job = as(nordwind.superAdmin())
                .body(Map.of("operation", "disconnect", "ids", List.of(kern, maier, monthly)))
                .post(BULK);

        finished(job)
                .then()
                .body("result.items.outcome", contains("done", "refused", "done"))
                .body("result.items[0].details.mode", equalTo("immediate"))
                .body("result.items[1].problem.code", equalTo("active-license"))
                .body("result.items[2].details.mode", equalTo("scheduled"))
                .body("result.items[2].details.scheduledFor", notNullValue());
        problem(as(nordwind.superAdmin()).get("/v1/customers/" + kern), 404, "not-found");
    }

    @Test
    void manyGetAnotherBillingTypeAsLicensingDecides() {
        ALicensing.converts(kern);

        var job = as(nordwind.superAdmin())
                .body(Map.of(
                        "operation",
                        "change-billing-type",
                        "ids",
                        List.of(kern, maier),
                        "parameters",
                        Map.of("target", "monthly", "products", List.of(APartner.ENDPOINT))))
                .post(BULK);

        finished(job)
                .then()
                .body("result.items.outcome", contains("done", "refused"))
                .body("result.items[0].details.effects[0].kind", equalTo("license-started"))
                .body("result.items[1].problem.code", equalTo("not-found"));
    }

    @Test
    void aCustomerNamedTwiceIsDoneOnce() {
        finished(start(kern, kern)).then().body("progress.total", equalTo(1));
    }

    @Test
    void itSeesWhatItsOwnerSeesAndNoMore() {
        as(nordwind.superAdmin())
                .body(Map.of("allCustomers", false, "customerIds", List.of(kern)))
                .put("/v1/administrators/gabi");
        as(nordwind.superAdmin()).put("/v1/customer-groups/" + group + "/customers/" + kern);
        var gabi = Passports.partner(
                        nordwind.id, "gabi", "partner-super-admin", Set.of("customers:read", "groups:manage"))
                .bearer();

        var job = as(gabi).body(request(group, kern, maier)).post(BULK);

        await().until(() ->
                as(gabi).get("/v1/jobs/" + job.path("id")).path("state").equals("succeeded"));
        as(gabi).get("/v1/jobs/" + job.path("id")).then().body("result.items.outcome", contains("done", "refused"));
    }

    @Test
    void onlyWhoeverAskedForAJobSeesIt() {
        String job = start(kern).path("id");
        var colleague = Passports.partner(
                        nordwind.id, "colleague", "partner-super-admin", Set.of("customers:read", "groups:manage"))
                .with("customers", "all")
                .bearer();
        for (var other : List.of(colleague, APartner.in("msp-flex").superAdmin(), Passports.operator())) {
            problem(as(other).get("/v1/jobs/" + job), 404, "not-found");
            problem(as(other).delete("/v1/jobs/" + job), 404, "not-found");
            problem(as(other).get("/v1/jobs/" + job + "/events"), 404, "not-found");
        }
        for (var none : List.of("customers-" + UUID.randomUUID(), "customers-x", "x", "billing-" + UUID.randomUUID())) {
            problem(as(nordwind.superAdmin()).get("/v1/jobs/" + none), 404, "not-found");
        }
    }

    @Test
    void aLaunchedSessionKnowsNoJobOfItsLaunchers() {
        String job = start(kern, maier).path("id");
        var session = Passports.partner(
                        nordwind.id, "super-admin", "partner-super-admin", Set.of("customers:read", "groups:manage"))
                .with("kind", "launched")
                .with("customer_id", kern.toString())
                .with("customers", "all")
                .bearer();

        problem(as(session).get("/v1/jobs/" + job), 404, "not-found");
        problem(as(session).delete("/v1/jobs/" + job), 404, "not-found");
        problem(as(session).get("/v1/jobs/" + job + "/events"), 404, "not-found");
        job(job).then().statusCode(200);
    }

    @Test
    void aJobIsFollowedToItsEndByEvents() {
        String job = start(kern, maier).path("id");

        var events = as(nordwind.superAdmin())
                .accept("text/event-stream")
                .get("/v1/jobs/" + job + "/events")
                .asString();

        assertThat(events).contains("event:job", "id:1\n", "retry:", "\"state\":\"succeeded\"");
    }

    @Test
    void aJobThatWasCalledOffSaysWhatWasNotDone() throws SQLException {
        var job = aJobNobodyWorksOn(kern, maier);

        as(nordwind.superAdmin())
                .delete("/v1/jobs/" + job)
                .then()
                .statusCode(200)
                .body("kind", equalTo("customers-bulk"));
        leaseOver(job);

        await().until(() -> job(job).path("state").equals("failed"));
        job(job).then()
                .body("problem.code", equalTo("job-cancelled"))
                .body("result.items.outcome", contains("cancelled", "cancelled"));
        problem(as(nordwind.superAdmin()).delete("/v1/jobs/" + job), 409, "job-finished");
        as(nordwind.superAdmin()).get("/v1/customers/" + kern).then().body("groups.size()", equalTo(0));
    }

    @Test
    void whatACrashLeftIsTakenUpOnceTheLeaseIsOver() throws SQLException {
        var job = aJobNobodyWorksOn(kern, maier);
        job(job).then().body("state", equalTo("running")).body("progress.done", equalTo(0));

        leaseOver(job);

        await().until(() -> job(job).path("state").equals("succeeded"));
        job(job).then().body("result.items.outcome", contains("done", "done"));
    }

    /** Rule 2: what the partner may do counts when it is done, whatever it was as it was asked for. */
    @Test
    void whatIsLeftIsRefusedOnceThePartnerHasLostTheProgram() throws SQLException {
        ALicensing.converts(kern);
        ALicensing.converts(maier);
        var job = aJobNobodyWorksOn(
                "change-billing-type",
                "{\"target\": \"monthly\", \"products\": [\"" + APartner.ENDPOINT + "\"]}",
                kern,
                maier);
        patchAs(Passports.operator())
                .body("{\"programs\": []}")
                .patch("/v1/partners/" + nordwind.id)
                .then()
                .statusCode(200);

        leaseOver(job);

        await().until(() -> job(job).path("state").equals("succeeded"));
        job(job).then()
                .body("result.done", equalTo(0))
                .body("result.items.outcome", contains("refused", "refused"))
                .body("result.items.problem.code", contains("program-required", "program-required"))
                .body("result.items[0].problem.program", equalTo("msp-flex"));
    }

    @Test
    void onePartnersManyJobsKeepNobodyElsesWaiting() {
        var suedwind = APartner.in("msp-flex");
        var theirs = suedwind.trial("Sued");
        ALicensing.converts(theirs);
        ALicensing.isSlow(kern);
        for (var i = 0; i < 40; i++) {
            change(nordwind.superAdmin(), kern).then().statusCode(202);
        }

        var job = change(suedwind.superAdmin(), theirs);

        await().until(() -> as(suedwind.superAdmin())
                .get("/v1/jobs/" + job.path("id"))
                .path("state")
                .equals("succeeded"));
        ALicensing.converts(kern);
    }

    private static Response change(String passport, UUID customer) {
        return as(passport)
                .body(Map.of(
                        "operation",
                        "change-billing-type",
                        "ids",
                        List.of(customer),
                        "parameters",
                        Map.of("target", "monthly", "products", List.of(APartner.ENDPOINT))))
                .post(BULK);
    }

    @Test
    void aPartnerHasABoundedNumberOfOpenJobs() throws SQLException {
        for (var i = 0; i < 50; i++) {
            aJobNobodyWorksOn(kern);
        }

        problem(as(nordwind.superAdmin()).body(request(group, kern)).post(BULK), 429, "too-many-jobs");

        OwnDatabase.change("delete from job where partner_id = ?", nordwind.id);
        start(kern).then().statusCode(202);
    }

    @Test
    void whatIsAskedForIsChecked() {
        for (var wrong : List.of(
                "{}",
                "{\"operation\":\"delete\",\"ids\":[\"%s\"]}".formatted(kern),
                "{\"operation\":\"add-to-group\",\"ids\":[]}",
                "{\"operation\":\"add-to-group\",\"ids\":[null]}",
                "{\"operation\":\"add-to-group\",\"ids\":[\"no-id\"]}",
                "{\"operation\":\"add-to-group\",\"ids\":[\"%s\"]}".formatted(kern))) {
            problem(as(nordwind.superAdmin()).body(wrong).post(BULK), 400, "validation-failed");
        }
        problem(
                as(nordwind.superAdmin())
                        .body(request(group, Collections.nCopies(1_001, kern).toArray(UUID[]::new)))
                        .post(BULK),
                400,
                "validation-failed");
        problem(
                        as(nordwind.superAdmin())
                                .body(request(UUID.randomUUID().toString(), kern))
                                .post(BULK),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/parameters/groupId"))
                .body("errors.code", contains("unknown-group"));
        var both = new HashMap<String, Object>(
                Map.of("operation", "add-to-group", "ids", List.of(kern), "parameters", Map.of("target", "monthly")));
        problem(as(nordwind.superAdmin()).body(both).post(BULK), 400, "validation-failed")
                .body("errors.pointer", containsInAnyOrder("/parameters/groupId", "/parameters/target"));
    }

    @Test
    void eachOperationNeedsItsOwnPermission() {
        var bea = Passports.partner(nordwind.id, "bea", "partner-business-admin", Set.of("licenses:manage"))
                .bearer();
        problem(as(bea).body(request(group, kern)).post(BULK), 403, "role-required");
        problem(as(nordwind.readOnly("rosa")).body(request(group, kern)).post(BULK), 403, "role-required");
        var withoutFlex = Passports.partner(nordwind.id, "bea", "partner-business-admin", Set.of("licenses:manage"))
                .with("programs", List.of())
                .bearer();
        problem(
                as(withoutFlex)
                        .body(Map.of(
                                "operation",
                                "change-billing-type",
                                "ids",
                                List.of(kern),
                                "parameters",
                                Map.of("target", "monthly", "products", List.of(APartner.ENDPOINT))))
                        .post(BULK),
                403,
                "program-required");
    }

    @Test
    void aRepeatWithItsKeyIsTheSameJob() {
        var key = UUID.randomUUID().toString();
        var first = as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .body(request(group, kern))
                .post(BULK);
        var again = as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .body(request(group, kern))
                .post(BULK);

        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    /** Api.md, "retry safety": with the permission of now. */
    @Test
    void aRepeatNeedsThePermissionThatTheOperationNeeds() {
        var key = UUID.randomUUID().toString();
        as(nordwind.superAdmin())
                .header("Idempotency-Key", key)
                .body(request(group, kern))
                .post(BULK)
                .then()
                .statusCode(202);
        var demoted = Passports.partner(nordwind.id, "super-admin", "partner-business-admin", Set.of("licenses:manage"))
                .bearer();

        problem(
                as(demoted)
                        .header("Idempotency-Key", key)
                        .body(request(group, kern))
                        .post(BULK),
                403,
                "role-required");
    }

    /** The colon of the path stays as it is. */
    private static RequestSpecification as(String passport) {
        return APartner.as(passport).urlEncodingEnabled(false);
    }

    private Response start(UUID... customers) {
        return as(nordwind.superAdmin()).body(request(group, customers)).post(BULK);
    }

    private static Map<String, Object> request(String group, UUID... customers) {
        return Map.of("operation", "add-to-group", "ids", List.of(customers), "parameters", Map.of("groupId", group));
    }

    private Response job(String id) {
        return as(nordwind.superAdmin()).get("/v1/jobs/" + id);
    }

    private Response finished(Response started) {
        String id = started.path("id");
        await().until(() -> job(id).path("state").equals("succeeded"));
        return job(id);
    }

    /** As another replica left it that took the customers and died: running, its leases not over. */
    private String aJobNobodyWorksOn(UUID... customers) throws SQLException {
        return aJobNobodyWorksOn("add-to-group", "{\"groupId\": \"" + group + "\"}", customers);
    }

    private String aJobNobodyWorksOn(String operation, String parameters, UUID... customers) throws SQLException {
        var id = UUID.randomUUID();
        // At once: a job without items would be ended by whoever looks in between.
        OwnDatabase.change(
                """
                with added as (
                    insert into job (id, kind, partner_id, subject, asker, parameters, state)
                    values (?, 'customers-bulk', ?, 'super-admin', cast(? as jsonb), cast(? as jsonb), 'running')
                    returning id, partner_id)
                insert into job_item (job_id, partner_id, item, position, state, due_at)
                select id, partner_id, item, position, 'claimed', 'infinity'
                from added, unnest(cast(string_to_array(?, ',') as uuid[])) with ordinality as t (item, position)""",
                id,
                nordwind.id,
                """
                {"subject": "super-admin", "seesAll": true, "programs": ["msp-flex"],
                 "permissions": ["groups:manage", "licenses:manage"]}""",
                "{\"operation\": \"" + operation + "\", \"parameters\": " + parameters + "}",
                Stream.of(customers).map(UUID::toString).collect(Collectors.joining(",")));
        return ids.shown(id);
    }

    private void leaseOver(String job) throws SQLException {
        OwnDatabase.change(
                "update job_item set due_at = '-infinity' where job_id = ?",
                ids.read(job).orElseThrow());
    }
}
