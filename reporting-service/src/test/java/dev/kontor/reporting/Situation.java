package dev.kontor.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.Passports;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** A customer of a partner of its own, as customers-service tells of both. */
public final class Situation {

    public static final String CUSTOMERS = "kontor.customers.v1";
    public static final String CONSENT = "kontor.consent.v1";
    public static final String LICENSING = "kontor.licensing.v1";

    private static final String MEMBER = "{\"event\":{},\"state\":{}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID partner;
    public final UUID customer = Ids.next();
    public final String superAdmin;
    private final ObjectNode customerState = state("customer.created.json");
    private final ObjectNode partnerState = state("partner.created.json");
    private final ObjectNode consentState = state("partner-assistance.changed.json");

    public Situation() {
        this(Ids.next());
    }

    private Situation(UUID partner) {
        this.partner = partner;
        this.superAdmin = Passports.partnerSuperAdmin(partner);
        partnerState.put("id", partner.toString());
        customerState.put("id", customer.toString()).put("partnerId", partner.toString());
        consentState.put("customerId", customer.toString()).put("partnerId", partner.toString());
    }

    /** A customer and its partner, known by event. */
    public static Situation aCustomer() {
        Situation situation = new Situation();
        situation.tell();
        situation.awaitSeen(situation.superAdmin);
        return situation;
    }

    /** One more customer of the same partner, known by event. */
    public Situation anotherCustomer() {
        Situation another = new Situation(partner);
        another.tell();
        another.awaitSeen(superAdmin);
        return another;
    }

    public void tell() {
        Facts.send(CUSTOMERS, "partner/" + partner, "partner.created", partner, body(partnerState));
        tellConsent();
        tellCustomer();
    }

    public void tellConsent() {
        Facts.send(CONSENT, "consent/" + customer, "partner-assistance.changed", partner, body(consentState));
    }

    public void tellCustomer() {
        UUID owner = UUID.fromString(customerState.get("partnerId").asText());
        Facts.send(CUSTOMERS, "customer/" + customer, "customer.updated", owner, body(customerState));
    }

    /** Whoever administers that group sees the customer. */
    public void grouped(UUID group, String administrator) {
        String of = partner + "/" + group + "/";
        Facts.send(CUSTOMERS, "group-customer/" + of + customer, "group.changed", partner, MEMBER);
        Facts.send(CUSTOMERS, "group-administrator/" + of + administrator, "group.changed", partner, MEMBER);
    }

    /** customers-service knows both and would say so. */
    public void ownerKnows(boolean assigned) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("customer", customerState);
        answer.set("consent", consentState);
        answer.putNull("administrator").put("assigned", assigned);
        CustomersServiceStub.knows("customers/" + customer, answer.toString());
        CustomersServiceStub.knows("partners/" + partner, partnerState.toString());
    }

    public void ownerIsAway() {
        CustomersServiceStub.fails("customers/" + customer);
        CustomersServiceStub.fails("partners/" + partner);
    }

    public Situation renamedTo(String name) {
        customerState.put("displayName", name);
        return nextVersion();
    }

    /** It comes with a managed order. */
    public Situation managed() {
        customerState.put("managed", true).put("accountType", "managed-order");
        return nextVersion();
    }

    public Situation movedTo(UUID otherPartner) {
        customerState.put("partnerId", otherPartner.toString());
        consentState
                .put("partnerId", otherPartner.toString())
                .put("version", consentState.get("version").asInt() + 1);
        return nextVersion();
    }

    /** Gives both a logo that customers-service has. */
    public Situation withLogos() {
        partnerState.put("logoHash", "partner-" + partner).put("version", 2);
        customerState.put("logoHash", "customer-" + customer);
        CustomersServiceStub.has("logos/partner-" + partner, Samples.logo(400, 80));
        CustomersServiceStub.has("logos/customer-" + customer, Samples.logo(200, 200));
        return nextVersion();
    }

    /** The customer's administrator switches Partner Assistance on or off. */
    public Situation assistance(String state) {
        consentState
                .put("state", state)
                .put("version", consentState.get("version").asInt() + 1);
        return this;
    }

    public Situation assistanceUntil(String instant) {
        consentState.put("expiresAt", instant);
        return this;
    }

    public String grant() {
        return consentState.get("grant").asText();
    }

    private Situation nextVersion() {
        customerState.put("version", customerState.get("version").asInt() + 1);
        return this;
    }

    public void post(String source, String figures) {
        as(Passports.usageReporter())
                .contentType("application/json")
                .body(figures)
                .put(url("/security-data/" + source))
                .then()
                .statusCode(200);
    }

    public void awaitSeen(String bearer) {
        await().until(() -> as(bearer).get(url("/dashboards")).statusCode() == 200);
    }

    public Response export(String dashboard, String json) {
        return as(superAdmin)
                .contentType("application/json")
                .body(json)
                .post(url("/dashboards/" + dashboard + "/exports"));
    }

    public String url(String rest) {
        return "/v1/customers/" + customer + rest;
    }

    public static RequestSpecification as(String bearer) {
        return given().header("Authorization", bearer);
    }

    public static JsonNode example(String file) {
        try (var in = Situation.class.getResourceAsStream("/events/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode state(String file) {
        return (ObjectNode) example(file).get("state");
    }

    private static String body(ObjectNode state) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("event");
        body.set("state", state);
        return body.toString();
    }
}
