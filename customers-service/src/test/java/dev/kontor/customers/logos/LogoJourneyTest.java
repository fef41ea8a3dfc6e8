package dev.kontor.customers.logos;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.customers.APartner;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logos of partners and customers (domain.md rule 31). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class LogoJourneyTest {

    private APartner nordwind;
    private UUID kern;
    private String customers;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
        customers = "/v1/customers/" + kern + "/logo";
    }

    @Test
    void aCustomersLogoIsPutReadAndRemoved() throws IOException {
        problem(get(nordwind.superAdmin(), customers), 404, "not-found");

        put(nordwind.superAdmin(), customers, "image/jpeg", Images.filled(40, 20, "jpeg"))
                .then()
                .statusCode(204);

        var read = get(nordwind.superAdmin(), customers);
        read.then().statusCode(200).contentType("image/png");
        assertThat(read.asByteArray()).startsWith(0x89, 'P', 'N', 'G');
        given().header("Authorization", nordwind.superAdmin())
                .header("If-None-Match", read.header("ETag"))
                .get(customers)
                .then()
                .statusCode(304);
        as(nordwind.superAdmin()).delete(customers).then().statusCode(204);
        problem(get(nordwind.superAdmin(), customers), 404, "not-found");
        problem(as(nordwind.superAdmin()).delete(customers), 404, "not-found");
    }

    @Test
    void theCustomersAdministratorHasTheSameSay() throws IOException {
        var administrator = Passports.customerAdmin(kern);
        put(administrator, customers, "image/png", Images.filled(3, 3, "png"))
                .then()
                .statusCode(204);
        var before = get(administrator, customers).header("ETag");
        put(administrator, customers, "image/png", Images.filled(4, 4, "png"))
                .then()
                .statusCode(204);

        assertThat(get(nordwind.superAdmin(), customers).header("ETag")).isNotEqualTo(before);
        as(administrator).delete(customers).then().statusCode(204);
    }

    @Test
    void whichLogoIsShownIsToldWithTheCustomer() throws IOException {
        put(nordwind.superAdmin(), customers, "image/png", Images.filled(3, 3, "png"));
        var hash = get(nordwind.superAdmin(), customers).header("ETag").replace("\"", "");

        var told = Facts.await(
                "kontor.customers.v1",
                r -> r.key().equals("customer/" + kern) && new JsonPath(r.value()).get("state.logoHash") != null);
        assertThat(new JsonPath(told.value()).getString("state.logoHash")).isEqualTo(hash);
        var image = given().header("Authorization", Passports.internal("reporting", "customers"))
                .get("/internal/logos/" + hash);
        image.then().statusCode(200).contentType("image/png");
        assertThat(image.asByteArray())
                .isEqualTo(get(nordwind.superAdmin(), customers).asByteArray());
    }

    @Test
    void aPartnersLogoIsItsOwn() throws IOException {
        put(nordwind.superAdmin(), "/v1/partner/logo", "image/png", Images.filled(3, 3, "png"))
                .then()
                .statusCode(204);

        get(nordwind.superAdmin(), "/v1/partner/logo").then().statusCode(200);
        as(nordwind.superAdmin()).get("/v1/partner").then().body("hasLogo", equalTo(true));
        problem(get(APartner.in("msp-flex").superAdmin(), "/v1/partner/logo"), 404, "not-found");
        as(nordwind.superAdmin()).delete("/v1/partner/logo").then().statusCode(204);
        as(nordwind.superAdmin()).get("/v1/partner").then().body("hasLogo", equalTo(false));
    }

    @Test
    void whatIsNoLogoIsRefusedWithTheReasonAndTheOldOneStays() throws IOException {
        put(nordwind.superAdmin(), customers, "image/png", Images.filled(3, 3, "png"));
        var kept = get(nordwind.superAdmin(), customers).header("ETag");

        problem(put(nordwind.superAdmin(), customers, "image/png", Images.filled(2001, 1, "png")), 422, "logo-invalid")
                .body("reason", equalTo("dimensions"));
        problem(put(nordwind.superAdmin(), customers, "image/png", Images.filled(9, 9, "gif")), 422, "logo-invalid")
                .body("reason", equalTo("format"));
        problem(put(nordwind.superAdmin(), customers, "image/png", new byte[0]), 422, "logo-invalid");
        problem(put(nordwind.superAdmin(), customers, "image/png", new byte[1024 * 1024 + 1]), 413, "too-large");
        problem(
                put(nordwind.superAdmin(), customers, "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)),
                415,
                "unsupported-media-type");
        assertThat(get(nordwind.superAdmin(), customers).header("ETag")).isEqualTo(kept);
    }

    @Test
    void theLogoOfACustomerOutOfSightIsOutOfSight() throws IOException {
        var partner = APartner.inBothPrograms();
        var managed = partner.trial("Managed");
        as(Passports.internal("licensing", "customers"))
                .body(Map.of(
                        "customerId", managed, "partnerId", partner.id, "accountType", "managed-order", "version", 2))
                .put("/internal/customers/" + managed + "/account-type")
                .then()
                .statusCode(200);
        var logo = "/v1/customers/" + managed + "/logo";
        put(partner.superAdmin(), logo, "image/png", Images.filled(3, 3, "png"))
                .then()
                .statusCode(204);
        get(partner.superAdmin(), logo).then().statusCode(200);

        problem(get(partner.superAdminIn("msp-flex"), logo), 404, "not-found");
    }

    @Test
    void onlyWhoManagesBrandingDoes() throws IOException {
        problem(
                put(nordwind.readOnly("rosa"), "/v1/partner/logo", "image/png", Images.filled(3, 3, "png")),
                403,
                "role-required");
        problem(get(nordwind.businessAdmin("bea"), customers), 403, "role-required");
    }

    private static Response get(String caller, String path) {
        return given().header("Authorization", caller).get(path);
    }

    private static Response put(String caller, String path, String type, byte[] image) {
        return given().header("Authorization", caller)
                .contentType(type)
                .body(image)
                .put(path);
    }
}
