package dev.kontor.gateway.stage;

import dev.kontor.testkit.Contract;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers {@link StubServices} from a test, and the facts that customers-service would tell. */
public final class Stub {

    private Stub() {}

    public static void internal(String path, int status, Object body) {
        RestAssured.given()
                .baseUri(base())
                .port(port())
                .queryParam("path", path)
                .contentType("application/json")
                .body(body == null ? Map.of("status", status) : Map.of("status", status, "body", body))
                .put("/stub/answers")
                .then()
                .statusCode(200);
    }

    /** Lays down what the owner of a customer says of it. */
    public static void customer(UUID customer, UUID partner, String consent, int version, boolean visible) {
        internal(
                "/internal/customers/" + customer,
                200,
                Map.of(
                        "customer", Map.of("id", customer.toString(), "partnerId", partner.toString()),
                        "consent", consent(customer, partner, consent, version).state(),
                        "assigned", visible));
    }

    public static void partner(UUID partner, String... programs) {
        var state = Contract.of("partner.created")
                .with("state.id", partner)
                .with("state.programs", List.of(programs))
                .with("state.version", 1)
                .state();
        internal("/internal/partners/" + partner, 200, state);
    }

    /** What the owner of a partner says of it and of somebody of it. */
    public static void partner(UUID partner, boolean suspended, Contract access, int version) {
        var answer = Contract.of("partner.created")
                .with("state.id", partner)
                .with("state.suspended", suspended)
                .with("state.version", version)
                .state();
        answer.set("access", access == null ? null : access.state());
        internal("/internal/partners/" + partner, 200, answer);
    }

    /** What the owner says was decided of a subject wherever it shows up. */
    public static void everywhere(Contract access) {
        var state = access.state();
        internal("/internal/subjects/" + state.get("subject").asText(), 200, Map.of("everywhere", state));
    }

    /** What customers-service tells of a partner. */
    public static Contract programs(UUID partner, boolean suspended, int version) {
        return Contract.of("partner-programs.changed")
                .key("partner/" + partner)
                .with("state.id", partner)
                .with("state.suspended", suspended)
                .with("state.version", version);
    }

    /** What customers-service tells of somebody of a partner; {@code sessionsEndedAt} may be null. */
    public static Contract access(UUID partner, String subject, String state, Instant sessionsEndedAt, int version) {
        return Contract.of("administrator-access.changed")
                .key("subject/" + partner + "/" + subject)
                .with("event.state", state)
                .with("state.partnerId", partner)
                .with("state.subject", subject)
                .with("state.state", state)
                .with("state.sessionsEndedAt", sessionsEndedAt)
                .with("state.version", version);
    }

    /** What the answer to the write that led to it brings along. */
    public static String news(Contract told) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(told.key().getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(told.state().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What customers-service tells of a customer's consent. */
    public static Contract consent(UUID customer, UUID partner, String onOff, int version) {
        return Contract.of("partner-assistance.changed")
                .key("consent/" + customer)
                .with("event.state", onOff)
                .with("state.customerId", customer)
                .with("state.partnerId", partner)
                .with("state.state", onOff)
                .with("state.source", "customer-admin")
                .with("state.since", "2026-11-01T00:00:00Z")
                .with("state.grant", grant(customer))
                .with("state.version", version);
    }

    public static UUID grant(UUID customer) {
        return new UUID(customer.getMostSignificantBits(), 7);
    }

    public static void heart(boolean beats) {
        heart(beats ? "on" : "off");
    }

    /** The heart goes on beating, but one partition hears nothing of it. */
    public static void silence(int partition) {
        heart(Integer.toString(partition));
    }

    /** The heart goes on beating, but its beats say when they were sent: before this. */
    public static void heartIsStuck() {
        heart("stuck");
    }

    private static void heart(String beat) {
        steer("/stub/heart", "beat", beat);
    }

    /** The broker takes connections and answers nobody any more. */
    public static void brokerIsLost() {
        steer("/stub/broker", "signal", "STOP");
    }

    public static void brokerIsBack() {
        steer("/stub/broker", "signal", "CONT");
    }

    /** The services read what {@code ?stub=unread} let them leave lying. */
    public static void read() {
        steer("/stub/read", "all", "true");
    }

    private static void steer(String path, String parameter, String value) {
        RestAssured.given()
                .baseUri(base())
                .port(port())
                .queryParam(parameter, value)
                .get(path)
                .then()
                .statusCode(200);
    }

    /** The requests the services got whose target holds that text. */
    public static List<Map<String, Object>> seen(String with) {
        return RestAssured.given()
                .baseUri(base())
                .port(port())
                .queryParam("with", with)
                .get("/stub/seen")
                .jsonPath()
                .getList("$");
    }

    private static String base() {
        return "http://127.0.0.1";
    }

    private static int port() {
        return java.net
                .URI
                .create(ConfigProvider.getConfig().getValue("kontor.services.customers", String.class))
                .getPort();
    }
}
