package dev.kontor.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Passports;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** A customer of a partner of its own, as customers-service tells of both. */
public final class Situation {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID partner;
    public final UUID customer = Ids.next();
    public final String superAdmin;
    private final Contract customerTold;
    private final Contract partnerTold;
    private final Contract consentTold;

    public Situation() {
        this(Ids.next());
    }

    private Situation(UUID partner) {
        this.partner = partner;
        this.superAdmin = Passports.partnerSuperAdmin(partner);
        partnerTold = Contract.of("partner.created")
                .key("partner/" + partner)
                .with("state.id", partner)
                .with("state.name", "Nordlicht IT")
                .with("state.programs", List.of("msp-flex", "msp-flex-connect"))
                .with("state.version", 1);
        customerTold = Contract.of("customer.updated")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.partnerId", partner)
                .with("state.name", "Bakery Miller")
                .with("state.displayName", "Bäckerei Müller")
                .with("state.accountType", "trial");
        consentTold = Contract.of("partner-assistance.changed")
                .key("consent/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", partner);
    }

    /** A customer and its partner, known by event. */
    public static Situation aCustomer() {
        var situation = new Situation();
        situation.tell();
        situation.awaitSeen(situation.superAdmin);
        return situation;
    }

    /** One more customer of the same partner, known by event. */
    public Situation anotherCustomer() {
        var another = new Situation(partner);
        another.tell();
        another.awaitSeen(superAdmin);
        return another;
    }

    public void tell() {
        partnerTold.send(partner);
        tellConsent();
        tellCustomer();
    }

    public void tellConsent() {
        consentTold.send(partner);
    }

    public void tellCustomer() {
        customerTold.send(UUID.fromString(customerTold.state().get("partnerId").asText()));
    }

    /** Whoever administers that group sees the customer. */
    public void grouped(UUID group, String administrator) {
        var of = partner + "/" + group + "/";
        Contract.of("group-customer.added")
                .key("group-customer/" + of + customer)
                .with("state.partnerId", partner)
                .with("state.groupId", group)
                .with("state.customerId", customer)
                .send(partner);
        Contract.of("group-administrator.added")
                .key("group-administrator/" + of + administrator)
                .with("state.partnerId", partner)
                .with("state.groupId", group)
                .with("state.subject", administrator)
                .send(partner);
    }

    /** customers-service knows both and would say so. */
    public void ownerKnows(boolean assigned) {
        var answer = JSON.createObjectNode();
        answer.set("customer", customerTold.state());
        answer.set("consent", consentTold.state());
        answer.putNull("administrator").put("assigned", assigned);
        CustomersServiceStub.knows("customers/" + customer, answer.toString());
        CustomersServiceStub.knows("partners/" + partner, partnerTold.state().toString());
    }

    public void ownerIsAway() {
        CustomersServiceStub.fails("customers/" + customer);
        CustomersServiceStub.fails("partners/" + partner);
    }

    public Situation renamedTo(String name) {
        customerTold.with("state.displayName", name);
        return nextVersion();
    }

    /** The partner leaves all programs but these. */
    public void partnerIsIn(String... programs) {
        partnerTold
                .with("state.programs", List.of(programs))
                .with("state.version", partnerTold.state().get("version").asInt() + 1)
                .send(partner);
    }

    /** It comes with a managed order. */
    public Situation managed() {
        customerTold.with("state.managed", true).with("state.accountType", "managed-order");
        return nextVersion();
    }

    public Situation movedTo(UUID otherPartner) {
        customerTold.with("state.partnerId", otherPartner);
        consentTold
                .with("state.partnerId", otherPartner)
                .with("state.version", consentTold.state().get("version").asInt() + 1);
        return nextVersion();
    }

    /** Gives both a logo that customers-service has. */
    public Situation withLogos() {
        partnerTold.with("state.logoHash", "partner-" + partner).with("state.version", 2);
        customerTold.with("state.logoHash", "customer-" + customer);
        CustomersServiceStub.has("logos/partner-" + partner, Samples.logo(400, 80));
        CustomersServiceStub.has("logos/customer-" + customer, Samples.logo(200, 200));
        return nextVersion();
    }

    /** The customer's administrator switches Partner Assistance on or off. */
    public Situation assistance(String state) {
        consentTold
                .with("event.state", state)
                .with("state.state", state)
                .with("state.version", consentTold.state().get("version").asInt() + 1);
        return this;
    }

    public Situation assistanceUntil(String instant) {
        consentTold.with("state.expiresAt", instant);
        return this;
    }

    public String grant() {
        return consentTold.state().get("grant").asText();
    }

    private Situation nextVersion() {
        customerTold.with("state.version", customerTold.state().get("version").asInt() + 1);
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

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
