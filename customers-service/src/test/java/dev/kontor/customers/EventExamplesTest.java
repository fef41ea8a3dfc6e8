package dev.kontor.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples in {@code events/} are what the service tells: other services' tests read the same. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class EventExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMERS = "kontor.customers.v1";
    private static final String CONSENT = "kontor.consent.v1";

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void ofAPartner() throws IOException {
        assertLike("partner.created", told(CUSTOMERS, "partner/" + nordwind.id, "partner.created"));
        assertLike("partner-programs", told(CONSENT, "partner/" + nordwind.id, "partner.created"));
    }

    @Test
    void ofACustomer() throws IOException {
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
    void ofADisconnectedCustomer() throws IOException {
        var kern = nordwind.created(nordwind.aTrial("Bäckerei Kern").put("externalId", "K-1"));
        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/disconnect")
                .then()
                .statusCode(200);

        assertLike("customer.disconnected", told(CUSTOMERS, "customer/" + kern, "customer.disconnected"));
    }

    @Test
    void ofAConnectedCustomerAndTheRequestForIt() throws IOException {
        var lang = ACustomer.signedUp("Praxis Lang");
        String request = lang.askedBy(nordwind).path("id");
        lang.answers(request, "approve").then().statusCode(200);

        assertLike("customer.connected", told(CUSTOMERS, "customer/" + lang.id, "customer.connected"));
        var key = "management-request/" + request;
        assertLike("management-request.requested", told(CUSTOMERS, key, "management-request.requested"));
    }

    @Test
    void ofAnAdministrator() throws IOException {
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
    void ofAGroup() throws IOException {
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
    }

    @Test
    void ofConsentAndSessions() throws IOException {
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
    void ofAHeartbeat() throws IOException {
        assertLike("heartbeat", Facts.await(CONSENT, r -> r.key().equals("heartbeat/1")));
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

    private void assertLike(String example, ConsumerRecord<String, String> told) throws IOException {
        try (var in = EventExamplesTest.class.getResourceAsStream("/events/" + example + ".json")) {
            assertThat(plain(JSON.readTree(told.value()))).isEqualTo(plain(JSON.readTree(in)));
        }
    }

    /** With every id, instant and offset replaced, which differ from test to test. */
    private static JsonNode plain(JsonNode node) throws IOException {
        return JSON.readTree(node.toString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "time")
                .replaceAll("\"PT[0-9HMS.]+\"", "\"duration\""));
    }
}
