package dev.kontor.licensing.partnerapi;

import static dev.kontor.licensing.Calls.known;
import static dev.kontor.licensing.Calls.superAdmin;
import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant's licences as the scripts of the vendor's own API read them (domain.md rule 44). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class TenantLicensesTest {

    private static Response licenses(String bearer, UUID tenant) {
        return given().header("Authorization", bearer)
                .header("X-Tenant-ID", tenant)
                .get("/licenses/v1/licenses?page=1&unknown=1");
    }

    private static Response licenses(Situation situation) {
        return licenses(superAdmin(situation), situation.customer);
    }

    @Test
    void aTrialsLicenceHasTheVendorsMembersAndNoOther() {
        var trial = known(aTrialOf("endpoint-advanced"));

        var told = licenses(trial).then().statusCode(200);
        told.body("tenant.id", equalTo(trial.customer.toString()))
                .body("partner.id", equalTo(trial.partner.toString()))
                .body("licenses", hasSize(1))
                .body("licenses[0].product.code", equalTo("endpoint-advanced"))
                .body("licenses[0].product.name", equalTo("Endpoint Advanced"))
                .body("licenses[0].startDate", equalTo(day(trial).toString()))
                .body("licenses[0].endDate", equalTo(day(trial).plusDays(30).toString()))
                .body("licenses[0].perpetual", equalTo(false))
                .body("licenses[0].type", equalTo("trial"))
                .body("licenses[0].unlimited", equalTo(true));
        var json = told.extract().jsonPath();
        assertThat(json.getMap("$").keySet()).isEqualTo(Set.of("tenant", "partner", "licenses"));
        assertThat(json.getMap("licenses[0]").keySet())
                .isEqualTo(Set.of(
                        "id",
                        "licenseIdentifier",
                        "product",
                        "startDate",
                        "endDate",
                        "perpetual",
                        "type",
                        "unlimited"));
        assertThat(json.getString("licenses[0].licenseIdentifier")).isEqualTo(json.getString("licenses[0].id"));
    }

    @Test
    void aMonthlyLicenceIsOfUsageWithoutAnEndAndNotPerpetual() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));

        var told = licenses(monthly).then();
        told.body("licenses.type", contains("usage")).body("licenses.perpetual", contains(false));
        assertThat(told.extract().jsonPath().getMap("licenses[0]")).doesNotContainKeys("endDate", "quantity");
    }

    @Test
    void whatWasRevokedIsLeftOut() {
        var monthly = known(aMonthlyAccountWith("endpoint-advanced"));
        given().header("Authorization", superAdmin(monthly))
                .contentType("application/json")
                .body("{\"products\": [{\"code\": \"server-essentials\"}]}")
                .put("/v1/customers/" + monthly.customer + "/licenses")
                .then()
                .statusCode(200);

        licenses(monthly).then().body("licenses.product.code", contains("server-essentials"));
    }

    @Test
    void whatExpiredIsListedUntilItLapses() {
        var trial = known(aTrialOf("endpoint-advanced"));

        TestClock.moveTo(trial.createdAt.plus(Duration.ofDays(31)));
        licenses(trial).then().body("licenses", hasSize(1));
        TestClock.moveTo(trial.createdAt.plus(Duration.ofDays(91)));
        licenses(trial).then().body("licenses", empty());
    }

    @Test
    void aTenantThatTheCallerDoesNotSeeIsNotThere() {
        var trial = known(aTrialOf("endpoint-advanced"));

        problem(licenses(Passports.partnerSuperAdmin(UUID.randomUUID()), trial.customer), 404, "not-found");
        problem(licenses(superAdmin(trial), UUID.randomUUID()), 404, "not-found");
        problem(given().header("Authorization", superAdmin(trial)).get("/licenses/v1/licenses"), 404, "not-found");
        problem(licenses(Passports.operator(), trial.customer), 403, "role-required");
    }

    private static LocalDate day(Situation situation) {
        return LocalDate.ofInstant(situation.createdAt, ZoneOffset.UTC);
    }
}
