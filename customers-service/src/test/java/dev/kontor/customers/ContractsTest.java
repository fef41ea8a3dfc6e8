package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service tells is what {@code contracts/events} says: other services' tests read the same. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class ContractsTest {

    private static final String CUSTOMERS = "kontor.customers.v1";
    private static final String CONSENT = "kontor.consent.v1";

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void ofAPartner() {
        assertLike("partner.created", told(CUSTOMERS, "partner/" + nordwind.id, "partner.created"));
        assertLike("partner-programs.changed", told(CONSENT, "partner/" + nordwind.id, "partner-programs.changed"));

        patchAs(Passports.operator())
                .body("{\"name\":\"Nordwind Systemhaus GmbH\"}")
                .patch("/v1/partners/" + nordwind.id)
                .then()
                .statusCode(200);
        assertLike("partner.updated", told(CUSTOMERS, "partner/" + nordwind.id, "partner.updated"));
    }

    /** Domain.md, rule 40. */
    @Test
    void ofWhoIsShutOut() {
        decide("/v1/partners/" + nordwind.id + "/suspend", "{\"reason\":\"Invoices unpaid since October\"}");
        decide("/v1/partners/" + nordwind.id + "/resume", "{\"reason\":\"Paid\"}");
        assertLike("partner.suspended", told(CUSTOMERS, "partner/" + nordwind.id, "partner.suspended"));
        assertLike("partner.resumed", told(CUSTOMERS, "partner/" + nordwind.id, "partner.resumed"));

        decide("/v1/administrators/anna/end-sessions?partnerId=" + nordwind.id, "");
        as(nordwind.superAdmin())
                .body("{\"state\":\"blocked\"}")
                .put("/v1/administrators/anna/access")
                .then()
                .statusCode(200);
        var key = "subject/" + nordwind.id + "/anna";
        assertLike(
                "administrator-access.changed",
                Facts.await(CONSENT, r -> r.key().equals(key) && r.value().contains("\"blocked\"")));
    }

    private static void decide(String path, String body) {
        as(Passports.operator()).body(body).post(path).then().statusCode(200);
    }

    @Test
    void ofACustomer() {
        var kern = nordwind.created(nordwind.aMonthly("Bäckerei Kern").put("externalId", "K-1"));
        patchAs(nordwind.superAdmin())
                .body("{\"displayName\":\"Backhaus Kern\"}")
                .patch("/v1/customers/" + kern)
                .then()
                .statusCode(200);

        assertLike("customer.created", told(CUSTOMERS, "customer/" + kern, "customer.created"));
        assertLike("customer.renamed", told(CUSTOMERS, "customer/" + kern, "customer.renamed"));
        assertLike(
                "assignment.added",
                told(CUSTOMERS, "assignment/" + nordwind.id + "/super-admin/" + kern, "assignment.added"));
    }

    @Test
    void ofACustomerThatChangedButForItsName() {
        var kern = nordwind.created(nordwind.aMonthly("Bäckerei Kern").put("externalId", "K-1"));
        patchAs(nordwind.superAdmin())
                .body("{\"externalId\":\"K-2\"}")
                .patch("/v1/customers/" + kern)
                .then()
                .statusCode(200);

        assertLike("customer.updated", told(CUSTOMERS, "customer/" + kern, "customer.updated"));
    }

    @Test
    void ofADisconnectThatIsScheduledAndTakenBack() {
        var kern = nordwind.created(nordwind.aMonthly("Bäckerei Kern").put("externalId", "K-1"));
        var path = "/v1/customers/" + kern + "/disconnect";
        as(nordwind.superAdmin()).post(path).then().statusCode(202);
        as(nordwind.superAdmin()).delete(path).then().statusCode(204);

        var key = "customer/" + kern;
        assertLike("customer.disconnect-scheduled", told(CUSTOMERS, key, "customer.disconnect-scheduled"));
        assertLike("customer.disconnect-withdrawn", told(CUSTOMERS, key, "customer.disconnect-withdrawn"));
    }

    @Test
    void ofADisconnectedCustomer() {
        var kern = nordwind.created(nordwind.aTrial("Bäckerei Kern").put("externalId", "K-1"));
        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/disconnect")
                .then()
                .statusCode(200);

        assertLike("customer.disconnected", told(CUSTOMERS, "customer/" + kern, "customer.disconnected"));
        var assignment = "assignment/" + nordwind.id + "/super-admin/" + kern;
        assertLike("assignment.removed", told(CUSTOMERS, assignment, "assignment.removed"));
    }

    @Test
    void ofAConnectedCustomerAndTheRequestForIt() {
        var lang = ACustomer.signedUp("Praxis Lang");
        String request = lang.askedBy(nordwind).path("id");
        lang.answers(request, "approve").then().statusCode(200);

        assertLike("customer.connected", told(CUSTOMERS, "customer/" + lang.id, "customer.connected"));
        var key = "management-request/" + request;
        assertLike("management-request.requested", told(CUSTOMERS, key, "management-request.requested"));
        assertLike("management-request.approved", told(CUSTOMERS, key, "management-request.approved"));
    }

    @Test
    void ofARequestThatCameToNothing() {
        var lang = ACustomer.signedUp("Praxis Lang");
        String declined = lang.askedBy(nordwind).path("id");
        lang.answers(declined, "decline").then().statusCode(200);
        String withdrawn = lang.askedBy(nordwind).path("id");
        as(nordwind.superAdmin())
                .post("/v1/management-requests/" + withdrawn + "/withdraw")
                .then()
                .statusCode(200);
        var late = lang.askedBy(nordwind);
        TestClock.moveTo(Instant.parse(late.path("expiresAt")).plus(Duration.ofDays(1)));
        lang.askedBy(nordwind).then().statusCode(201);

        Map.of(
                        "management-request.declined", declined,
                        "management-request.withdrawn", withdrawn,
                        "management-request.expired", late.<String>path("id"))
                .forEach((type, id) -> assertLike(type, told(CUSTOMERS, "management-request/" + id, type)));
    }

    @Test
    void ofAnAdministrator() {
        as(nordwind.superAdmin())
                .body("{\"allCustomers\":true}")
                .put("/v1/administrators/anna")
                .then()
                .statusCode(200);

        assertLike(
                "administrator.changed",
                told(CUSTOMERS, "administrator/" + nordwind.id + "/anna", "administrator.changed"));
    }

    @Test
    void ofAGroup() {
        var kern = nordwind.trial("Kern");
        String group = as(nordwind.superAdmin())
                .body(Map.of("name", "Nord"))
                .post("/v1/customer-groups")
                .path("id");
        var path = "/v1/customer-groups/" + group;
        as(nordwind.superAdmin()).put(path + "/customers/" + kern).then().statusCode(204);
        as(nordwind.superAdmin()).put(path + "/administrators/anna").then().statusCode(204);
        patchAs(nordwind.superAdmin())
                .body("{\"name\":\"Nordwest\"}")
                .patch(path)
                .then()
                .statusCode(200);

        var name = nordwind.id + "/" + group;
        assertLike("group.created", told(CUSTOMERS, "group/" + name, "group.created"));
        assertLike("group.renamed", told(CUSTOMERS, "group/" + name, "group.renamed"));
        assertLike(
                "group-customer.added", told(CUSTOMERS, "group-customer/" + name + "/" + kern, "group-customer.added"));
        assertLike(
                "group-administrator.added",
                told(CUSTOMERS, "group-administrator/" + name + "/anna", "group-administrator.added"));

        as(nordwind.superAdmin()).delete(path + "/customers/" + kern).then().statusCode(204);
        as(nordwind.superAdmin()).delete(path + "/administrators/anna").then().statusCode(204);
        as(nordwind.superAdmin()).delete(path).then().statusCode(204);
        for (var gone : Map.of(
                        "group-customer.removed", "group-customer/" + name + "/" + kern,
                        "group-administrator.removed", "group-administrator/" + name + "/anna",
                        "group.deleted", "group/" + name)
                .entrySet()) {
            assertLike(gone.getKey(), told(CUSTOMERS, gone.getValue(), gone.getKey()));
        }
    }

    @Test
    void ofConsentAndSessions() {
        var kern = nordwind.trial("Kern");
        String url = as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/launch")
                .path("launchUrl");
        as(Passports.anonymous())
                .body(Map.of("code", url.replaceAll(".*code=", "")))
                .post("/v1/launch-sessions")
                .then()
                .statusCode(201);
        APartner.switchAssistance(kern, "off").then().statusCode(200);

        assertLike("partner-assistance.changed", told(CONSENT, "consent/" + kern, "partner-assistance.changed"));
        var ended = Facts.await(
                CONSENT,
                r -> r.key().startsWith("session/")
                        && r.value() != null
                        && r.value().contains(kern.toString()));
        assertLike("launch-session.ended", ended);
    }

    @Test
    void ofAHeartbeat() {
        assertLike("heartbeat", Facts.await(CONSENT, r -> r.key().equals("heartbeat/1")));
    }

    @Test
    void aProductIsTakenIn() {
        var told =
                Contract.of("product.changed").key("product/endpoint-contract").with("state.code", "endpoint-contract");
        told.send(null);

        told.assertKept("product", "code=code", "name=name", "category=category", "monthly=monthly", "version=version");
    }

    @Test
    void licencesAreTakenIn() {
        var kern = nordwind.trial("Kern");
        var told = Contract.of("license.changed")
                .key("licenses/" + kern)
                .with("state.customerId", kern)
                .with("state.partnerId", nordwind.id)
                .with("state.licenses.0.type", "term");
        told.send(nordwind.id);

        told.assertKept(
                "license_summary",
                "customer_id=customerId",
                "status=status",
                "categories=categories",
                "version=version",
                "term_ends_at=licenses.0.endAt");
    }

    @Test
    void howAnAccountIsBilledIsTakenIn() {
        var kern = nordwind.trial("Kern");
        var told = Contract.of("billing-type.changed")
                .key("billing-type/" + kern)
                .with("state.customerId", kern)
                .with("state.partnerId", nordwind.id);
        told.send(nordwind.id);

        told.assertKept(
                "(select id, account_type from customer where account_type = 'monthly')",
                "id=customerId",
                "account_type=accountType");
    }

    @Test
    void aDecisionIsTakenIntoTheAccessLog() {
        var id = UUID.randomUUID();
        var kern = nordwind.trial("Kern");
        var told = Contract.of("access.decided")
                .key(kern.toString())
                .with("state.id", id)
                .with("state.partnerId", nordwind.id)
                .with("state.customerId", kern)
                .with("state.actor", "support@vendor.example");
        told.send(id, nordwind.id);

        told.assertKept(
                "access_log",
                "id=id",
                "partner_id=partnerId",
                "customer_id=customerId",
                "subject=subject",
                "role=role",
                "actor=actor",
                "action=action",
                "path=path",
                "outcome=outcome",
                "reason=reason",
                "at=at",
                "trace_id=traceId");
    }

    @Test
    void ofAMinutesRoot() {
        var id = UUID.randomUUID();
        var kern = nordwind.trial("Kern");
        Contract.of("access.decided")
                .key(kern.toString())
                .with("state.id", id)
                .with("state.partnerId", nordwind.id)
                .with("state.customerId", kern)
                .send(id, nordwind.id);

        Contract.of("access-log.root-signed").assertForm(Facts.await("kontor.evidence.v1", root -> true));
    }

    @Test
    void everyFactHasItsEnvelope() {
        var record = told(CUSTOMERS, "partner/" + nordwind.id, "partner.created");

        assertThat(Facts.header(record, "ce_source")).isEqualTo("/kontor/customers");
        assertThat(Facts.header(record, "ce_subject")).isEqualTo(record.key());
        assertThat(Facts.header(record, "ce_partnerid")).isEqualTo(nordwind.id.toString());
        assertThat(UUID.fromString(Facts.header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(Facts.header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    private static ConsumerRecord<String, String> told(String topic, String key, String type) {
        return Facts.await(topic, r -> r.key().equals(key) && type.equals(Facts.header(r, "ce_type")));
    }

    private static void assertLike(String type, ConsumerRecord<String, String> told) {
        Contract.of(type).assertTold(told);
    }
}
