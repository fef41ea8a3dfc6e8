package dev.kontor.licensing.licenses;

import static dev.kontor.licensing.Situation.aMonthlyAccountWith;
import static dev.kontor.licensing.Situation.aTermAccount;
import static dev.kontor.licensing.Situation.aTrialOf;
import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.Situation;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class FirstLicensesJourneyTest {

    @Inject
    Inbox inbox;

    @Test
    void rule9ATrialGetsItsProductsFor30Days() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced", "email-advanced").told();
        caughtUp();

        licensesOf(trial)
                .then()
                .statusCode(200)
                .body("items.product.code", containsInAnyOrder("endpoint-advanced", "email-advanced"))
                .body("items.type", everyItem(is("trial")))
                .body("items.status", everyItem(is("trial")))
                .body("items.unlimited", everyItem(is(true)))
                .body("items.managed", everyItem(is(false)))
                .body("items.customerId", everyItem(is(trial.customer.toString())))
                .body("items.startDate", everyItem(is(day(trial).toString())))
                .body("items.endDate", everyItem(is(day(trial).plusDays(30).toString())))
                .body("items.actions.change.allowed", everyItem(is(false)))
                .body("items.actions.change.reason", everyItem(is("account-not-monthly")));
        assertThat(Situation.withoutIdsAndTimes(trial.awaitLicenses("trial")))
                .isEqualTo(Situation.withoutIdsAndTimes(
                        Contract.of("license.changed").body()));
    }

    @Test
    void rule10AMonthlyAccountGetsSegmentsWithoutAnEndFromItsCreation() throws InterruptedException {
        var monthly =
                aMonthlyAccountWith("endpoint-advanced", "server-essentials").told();
        caughtUp();

        licensesOf(monthly)
                .then()
                .body("items.type", everyItem(is("monthly")))
                .body("items.status", everyItem(is("active")))
                .body("items.unlimited", everyItem(is(true)))
                .body("items.endDate", contains(null, null))
                .body("items.actions.change.allowed", everyItem(is(true)));
        var told = monthly.awaitLicenses("active");
        assertThat(told.at("/state/licenses/0/startAt").asText()).isEqualTo(monthly.createdAt.toString());
        assertThat(told.at("/state/licenses/0/endAt").isNull()).isTrue();
    }

    @Test
    void anAccountWithoutAFirstProductHasNoneAndNobodyIsTold() throws InterruptedException {
        var term = aTermAccount().told();
        caughtUp();

        licensesOf(term).then().statusCode(200).body("items", empty());
        internal(term.customer)
                .then()
                .body("status", equalTo("none"))
                .body("version", equalTo(0))
                .body("categories", empty());
    }

    @Test
    void theSameEventTwiceAndAnOlderOneChangeNothing() throws InterruptedException {
        var record = Ids.next();
        var trial = aTrialOf("endpoint-advanced").version(3).told(record);
        caughtUp();
        trial.told(record).told();
        trial.version(2).movesTo(Ids.next()).told();
        caughtUp();

        licensesOf(trial).then().body("items.product.code", contains("endpoint-advanced"));
        assertToldOnce(trial);
    }

    @Test
    void aLaterRecordAloneIsEnoughWhereCompactionTookTheCreation() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced");
        Contract.of("customer.renamed")
                .key("customer/" + trial.customer)
                .with("state", trial.state())
                .with("state.displayName", "Kern Backwaren")
                .send(trial.partner);
        caughtUp();

        licensesOf(trial).then().body("items.product.code", contains("endpoint-advanced"));
    }

    @Test
    void aCustomerThatMovesTakesItsLicencesAlong() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced").told();
        caughtUp();
        var vendor = Ids.next();
        trial.version(2).movesTo(vendor).told();
        caughtUp();

        problem(licensesOf(trial), 404, "not-found");
        get(Passports.partnerSuperAdmin(vendor), trial.customer)
                .then()
                .body("items.product.code", contains("endpoint-advanced"));
        var told = Facts.collect(Situation.LICENSING, trial::isOfThis, 2).get(1);
        assertThat(Situation.read(told).at("/state/partnerId").asText()).isEqualTo(vendor.toString());
        assertThat(Situation.read(told).at("/event/previousPartnerId").asText()).isEqualTo(trial.partner.toString());
    }

    @Test
    void rule8LeavingEndsMonthlyLicencesOnTheDayItTakesEffectAndLeavesTheOthers() throws InterruptedException {
        var monthly = aMonthlyAccountWith("endpoint-advanced").told();
        caughtUp();
        var left = monthly.createdAt.plus(Duration.ofMillis(1));

        monthly.version(2).leaves(left, "trial").told();
        caughtUp();

        var told = monthly.awaitLicenses("revoked");
        assertThat(told.at("/state/licenses/0/endAt").asText()).isEqualTo(left.toString());
        assertThat(told.at("/event/effectiveAt").asText()).isEqualTo(left.toString());
        assertThat(told.at("/event/previousPartnerId").asText()).isEqualTo(monthly.partner.toString());
    }

    @Test
    void anUnknownCustomerIsAskedOfItsOwnerAndItsEventThenChangesNothing() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced");
        CustomersServiceStub.knows(trial.customer, trial.answer(false));

        licensesOf(trial).then().statusCode(200).body("items.product.code", contains("endpoint-advanced"));

        trial.told();
        caughtUp();
        assertToldOnce(trial);
    }

    @Test
    void theListAcrossCustomersAndOtherServicesKnowANewCustomerToo() {
        var trial = aTrialOf("endpoint-advanced");
        CustomersServiceStub.knows(trial.customer, trial.answer(false));
        var monthly = aMonthlyAccountWith("uem-standard");
        CustomersServiceStub.knows(monthly.customer, monthly.answer(false));

        given().header("Authorization", Passports.partnerSuperAdmin(trial.partner))
                .queryParam("customerId", trial.customer)
                .get("/v1/licenses")
                .then()
                .body("items.product.code", contains("endpoint-advanced"));
        internal(monthly.customer)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("licenses.product", contains("uem-standard"));
    }

    @Test
    void whoeverWasJustAssignedSeesTheCustomer() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced").told();
        caughtUp();
        var assigned = Passports.partner(trial.partner, "new@msp", "partner-read-only", List.of("licenses:read"))
                .bearer();
        problem(get(assigned, trial.customer), 404, "not-found");

        CustomersServiceStub.knows(trial.customer, trial.answer(true));

        get(assigned, trial.customer).then().statusCode(200).body("items.product.code", contains("endpoint-advanced"));
    }

    @Test
    void withoutAnAnswerOfTheOwnerItSays503AndNever404() {
        var unknown = Ids.next();
        CustomersServiceStub.failsFor(unknown);

        problem(get(Passports.partnerSuperAdmin(Ids.next()), unknown), 503, "service-unavailable");
    }

    @Test
    void whatIsAnotherPartnersDoesNotExist() throws InterruptedException {
        var trial = aTrialOf("endpoint-advanced").told();
        caughtUp();
        var stranger = Passports.partnerSuperAdmin(Ids.next());

        problem(get(stranger, trial.customer), 404, "not-found");
        problem(get(stranger, Ids.next()), 404, "not-found");
        given().header("Authorization", stranger)
                .queryParam("customerId", trial.customer)
                .get("/v1/licenses")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /** Every telling counts the version up. */
    private static void assertToldOnce(Situation situation) {
        assertThat(situation.awaitLicenses("trial").at("/state/version").asLong())
                .isEqualTo(1);
        internal(situation.customer).then().body("version", equalTo(1));
    }

    private void caughtUp() throws InterruptedException {
        assertThat(inbox.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();
    }

    private static Response licensesOf(Situation situation) {
        return get(Passports.partnerSuperAdmin(situation.partner), situation.customer);
    }

    private static Response get(String bearer, UUID customerId) {
        return given().header("Authorization", bearer).get("/v1/customers/" + customerId + "/licenses");
    }

    private static Response internal(UUID customerId) {
        return given().header("Authorization", Passports.internal("billing", "licensing"))
                .get("/internal/customers/" + customerId + "/licenses");
    }

    private static LocalDate day(Situation situation) {
        return LocalDate.ofInstant(situation.createdAt, ZoneOffset.UTC);
    }
}
