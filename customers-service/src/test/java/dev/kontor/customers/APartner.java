package dev.kontor.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Passports;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A partner that the vendor operator made, and what its people do; nothing of another test is in sight of it. */
public final class APartner {

    public static final String ENDPOINT = "endpoint-advanced";
    public static final String ENDPOINT_TOO = "endpoint-essentials";
    public static final String EMAIL = "email-advanced";
    public static final String FIREWALL = "firewall-monthly";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static volatile boolean catalogueIsKnown;

    public final UUID id;
    private final List<String> programs;

    private APartner(UUID id, List<String> programs) {
        this.id = id;
        this.programs = programs;
    }

    /** With the catalogue told by licensing-service. */
    public static APartner in(String... programs) {
        var partner = new APartner(
                UUID.fromString(as(Passports.operator())
                        .body(data("Nordwind IT GmbH", programs))
                        .post("/v1/partners")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id")),
                List.of(programs));
        partner.awaitCatalogue();
        return partner;
    }

    public static APartner inBothPrograms() {
        return in("msp-flex", "msp-flex-connect");
    }

    /** What the operator sends for a new partner. */
    public static String data(String name, String... programs) {
        var data = JSON.createObjectNode()
                .put("name", name)
                .put("region", "DE")
                .put("currency", "EUR")
                .put("locale", "de");
        data.set("programs", JSON.valueToTree(List.of(programs)));
        data.set("contact", contact());
        return data.toString();
    }

    public static ObjectNode contact() {
        var contact = JSON.createObjectNode()
                .put("firstName", "Petra")
                .put("lastName", "Krüger")
                .put("email", "petra.krueger@example.com")
                .put("phone", "+493012345678");
        contact.putObject("address")
                .put("city", "Berlin")
                .put("countryCode", "DE")
                .put("postalCode", "10115")
                .putArray("lines")
                .add("Invalidenstraße 1");
        return contact;
    }

    /** A request with that passport; its body is JSON. */
    public static RequestSpecification as(String passport) {
        return given().header("Authorization", passport).contentType("application/json");
    }

    public static RequestSpecification patchAs(String passport) {
        return given().header("Authorization", passport).contentType("application/merge-patch+json; charset=UTF-8");
    }

    public String superAdmin() {
        return someone("super-admin", "partner-super-admin", EVERYTHING)
                .with("customers", "all")
                .bearer();
    }

    /** A super-admin whose token names those programs only. */
    public String superAdminIn(String... tokenPrograms) {
        return someone("super-admin", "partner-super-admin", EVERYTHING)
                .with("customers", "all")
                .with("programs", List.of(tokenPrograms))
                .bearer();
    }

    /** Creates and reads, and sees only what is assigned to it. */
    public String businessAdmin(String subject) {
        return someone(
                        subject,
                        "partner-business-admin",
                        Set.of("customers:read", "customers:write", "customers:create"))
                .bearer();
    }

    public String readOnly(String subject) {
        return someone(subject, "partner-read-only", Set.of("customers:read", "access-log:read"))
                .bearer();
    }

    private Passports someone(String subject, String role, Set<String> permissions) {
        return Passports.partner(id, subject, role, permissions).with("programs", programs);
    }

    public ObjectNode aTrial(String name) {
        return account("trial", name);
    }

    public ObjectNode aMonthly(String name) {
        return account("monthly", name).put("acceptTerms", true);
    }

    public Response create(String passport, ObjectNode account) {
        return as(passport).body(account.toString()).post("/v1/customers");
    }

    /** The id of a trial that the super-admin made. */
    public UUID trial(String name) {
        return created(aTrial(name));
    }

    public UUID created(ObjectNode account) {
        return UUID.fromString(
                create(superAdmin(), account).then().statusCode(201).extract().path("id"));
    }

    /** The customer's administrator switches Partner Assistance. */
    public static Response switchAssistance(UUID customer, String state) {
        return as(Passports.customerAdmin(customer))
                .body("{\"state\":\"" + state + "\"}")
                .put("/v1/customers/" + customer + "/partner-assistance");
    }

    private static ObjectNode account(String type, String name) {
        var account =
                JSON.createObjectNode().put("name", name).put("region", "DE").put("accountType", type);
        account.set("contact", contact());
        account.putArray("products").add(ENDPOINT);
        return account;
    }

    /** Four products are told as facts, once; that they are known shows in the refusal getting past them. */
    private void awaitCatalogue() {
        if (catalogueIsKnown) {
            return;
        }
        tellProduct(ENDPOINT, "endpoint", true);
        tellProduct(ENDPOINT_TOO, "endpoint", true);
        tellProduct(EMAIL, "email", false);
        tellProduct(FIREWALL, "firewall", true);
        var probe = aTrial("probe");
        probe.putArray("products")
                .add(ENDPOINT)
                .add(ENDPOINT_TOO)
                .add(EMAIL)
                .add(FIREWALL)
                .add("none-such");
        await().untilAsserted(
                        () -> assertThat(create(superAdmin(), probe).jsonPath().getList("errors.pointer"))
                                .containsExactly("/products/4"));
        catalogueIsKnown = true;
    }

    private static void tellProduct(String code, String category, boolean monthly) {
        Contract.of("product.changed")
                .key("product/" + code)
                .with("state.code", code)
                .with("state.name", code)
                .with("state.category", category)
                .with("state.monthly", monthly)
                .send(null);
    }

    private static final Set<String> EVERYTHING = Set.of(
            "customers:read",
            "customers:write",
            "customers:create",
            "customers:launch",
            "customers:disconnect",
            "integrations:manage",
            "assistance:request",
            "groups:read",
            "groups:manage",
            "licenses:manage",
            "branding:manage",
            "reports:export",
            "access-log:read");
}
