package dev.kontor.customers.managementrequests;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static dev.kontor.testkit.TestClock.inAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.ACustomer;
import dev.kontor.customers.APartner;
import dev.kontor.customers.Vendor;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a partner comes to manage a customer that uses the console already (domain.md rule 4). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class ManagementRequestJourneyTest {

    private static final String PATH = "/v1/management-requests";

    private APartner nordwind;
    private ACustomer lang;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        lang = ACustomer.signedUp("Praxis Lang");
    }

    @Test
    void bothSidesSeeARequest() {
        var asked = lang.askedBy(nordwind);

        asked.then()
                .statusCode(201)
                .body("state", equalTo("requested"))
                .body("partner.id", equalTo(nordwind.id.toString()))
                .body("partner.name", equalTo("Nordwind IT GmbH"))
                .body("customerId", equalTo(lang.id.toString()))
                .body("message", equalTo("Wir sprachen am Telefon."))
                .body("decidedAt", nullValue());
        assertThat(Duration.between(Instant.parse(asked.path("requestedAt")), Instant.parse(asked.path("expiresAt"))))
                .isEqualTo(Duration.ofDays(30));
        as(nordwind.superAdmin()).get(PATH).then().body("items.id", contains(asked.<String>path("id")));
        as(lang.administrator()).get(PATH).then().body("items.id", contains(asked.<String>path("id")));
        as(ACustomer.signedUp("Andere").administrator()).get(PATH).then().body("items", empty());
        as(APartner.in("msp-flex").superAdmin()).get(PATH).then().body("items", empty());
    }

    @Test
    void approvedTheCustomerIsThePartnersAndWhoAskedIsAssigned() {
        var request = ACustomer.ask(admin("anna"), lang.accountKey).<String>path("id");

        lang.answers(request, "approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("decidedAt", notNullValue());

        as(nordwind.superAdmin())
                .get("/v1/customers/" + lang.id)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Praxis Lang"));
        as(admin("anna")).get("/v1/customers/" + lang.id).then().statusCode(200);
        problem(as(admin("bob")).get("/v1/customers/" + lang.id), 404, "not-found");
        as(nordwind.superAdmin())
                .get("/v1/administrators/anna")
                .then()
                .statusCode(200)
                .body("customerIds", contains(lang.id.toString()));
        as(lang.administrator())
                .get("/v1/customers/" + lang.id + "/partner-assistance")
                .then()
                .statusCode(200);
        var told = told("customer/" + lang.id, "customer.connected");
        assertThat(told.getString("event.previousPartnerId")).isEqualTo(Vendor.PARTNER_ID.toString());
        assertThat(told.getString("event.requestId")).isEqualTo(request);
        assertThat(told.getString("state.partnerId")).isEqualTo(nordwind.id.toString());
        told("administrator/" + nordwind.id + "/anna", "administrator.changed");
        told("assignment/" + nordwind.id + "/anna/" + lang.id, "assignment.added");
        told("management-request/" + request, "management-request.approved");
    }

    @Test
    void consentNeverCarriesOver() {
        APartner.switchAssistance(lang.id, "on").then().statusCode(200);

        lang.connectTo(nordwind);

        as(nordwind.superAdmin())
                .get("/v1/customers/" + lang.id)
                .then()
                .body("partnerAssistance.state", equalTo("off"))
                .body("actions.launch.reason", equalTo("partner-assistance-off"));
        problem(as(nordwind.superAdmin()).post("/v1/customers/" + lang.id + "/launch"), 403, "partner-assistance-off");
        Facts.await(
                "kontor.consent.v1",
                r -> r.key().equals("consent/" + lang.id)
                        && new JsonPath(r.value()).getString("state.partnerId").equals(nordwind.id.toString())
                        && new JsonPath(r.value()).getString("state.state").equals("off"));
    }

    @Test
    void whileItIsWithAnotherPartnerApprovingIsRefused() {
        var first = lang.askedBy(nordwind).<String>path("id");
        var suedwind = APartner.in("msp-flex");
        var second = lang.askedBy(suedwind).<String>path("id");
        lang.answers(first, "approve").then().statusCode(200);

        problem(lang.answers(second, "approve"), 409, "already-connected");
        as(lang.administrator()).get(PATH + "?state=requested").then().body("items.id", contains(second));

        as(nordwind.superAdmin())
                .post("/v1/customers/" + lang.id + "/disconnect")
                .then()
                .statusCode(200);
        lang.answers(second, "approve").then().statusCode(200);
        as(suedwind.superAdmin()).get("/v1/customers/" + lang.id).then().statusCode(200);
        problem(as(nordwind.superAdmin()).get("/v1/customers/" + lang.id), 404, "not-found");
    }

    @Test
    void aPartnerDoesNotAskForWhatItHas() {
        lang.connectTo(nordwind);

        problem(lang.askedBy(nordwind), 409, "already-connected");
    }

    @Test
    void onlyOneRequestOfAPartnerToACustomerIsOpen() {
        var first = lang.askedBy(nordwind).<String>path("id");
        problem(lang.askedBy(nordwind), 409, "management-request-open");

        lang.answers(first, "decline").then().statusCode(200).body("state", equalTo("declined"));
        var second = lang.askedBy(nordwind).then().statusCode(201).extract().<String>path("id");
        as(nordwind.superAdmin())
                .post(PATH + "/" + second + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        lang.askedBy(nordwind).then().statusCode(201);
        told("management-request/" + first, "management-request.declined");
        told("management-request/" + second, "management-request.withdrawn");
    }

    @Test
    void ofTwoAtOnceOneIsOpen() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> one = () -> lang.askedBy(nordwind).statusCode();
            var answers = pool.invokeAll(Stream.of(one, one).toList());

            assertThat(Stream.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void afterAJumpOver30DaysItHasExpiredAndAnotherMayBeAsked() {
        var asked = lang.askedBy(nordwind);
        var expires = Instant.parse(asked.path("expiresAt"));

        TestClock.moveTo(expires.plus(Duration.ofDays(3)));

        as(nordwind.superAdmin())
                .get(PATH + "?state=expired")
                .then()
                .body("items.id", contains(asked.<String>path("id")))
                .body("items[0].decidedAt", equalTo(inAnswers(expires)));
        problem(lang.answers(asked.path("id"), "approve"), 409, "management-request-closed")
                .body("state", equalTo("expired"));
        lang.askedBy(nordwind).then().statusCode(201);
        var decided = Instant.parse(told("management-request/" + asked.path("id"), "management-request.expired")
                .getString("state.decidedAt"));
        assertThat(decided.truncatedTo(ChronoUnit.MILLIS)).isEqualTo(expires);
    }

    @Test
    void aRotatedKeyOpensNothingAndWhatWasAskedWithItStaysOpen() {
        var asked = lang.askedBy(nordwind).<String>path("id");
        as(lang.administrator())
                .post("/v1/customers/" + lang.id + "/account-key")
                .then()
                .statusCode(200);

        problem(lang.askedBy(APartner.in("msp-flex")), 422, "account-key-unknown");
        lang.answers(asked, "approve").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AK-00000-00000-00000-00000-00000", "x", "ſ", "'; drop table customer; --"})
    void anUnknownKeyIsRefusedAlikeWhateverItIs(String key) {
        problem(ACustomer.ask(nordwind.superAdmin(), key), 422, "account-key-unknown");
    }

    @Test
    void badInputIsNamed() {
        problem(as(nordwind.superAdmin()).body("{}").post(PATH), 400, "validation-failed")
                .body("errors.pointer", contains("/accountKey"));
        problem(
                        as(nordwind.superAdmin())
                                .body(Map.of("accountKey", "x".repeat(101), "message", "y".repeat(1_001)))
                                .post(PATH),
                        400,
                        "validation-failed")
                .body("errors.pointer", hasSize(2));
        problem(as(nordwind.superAdmin()).get(PATH + "?state=open"), 400, "validation-failed");
        problem(as(nordwind.superAdmin()).get(PATH + "?cursor=abc"), 400, "invalid-cursor");
        problem(as(lang.administrator()).post(PATH + "/nonsense/approve"), 404, "not-found");
    }

    @Test
    void eachSideDecidesOnlyWhatIsItsOwn() {
        var asked = lang.askedBy(nordwind).<String>path("id");

        problem(as(nordwind.superAdmin()).post(PATH + "/" + asked + "/approve"), 403, "role-required");
        problem(lang.answers(asked, "withdraw"), 403, "role-required");
        problem(ACustomer.signedUp("Andere").answers(asked, "approve"), 404, "not-found");
        problem(as(APartner.in("msp-flex").superAdmin()).post(PATH + "/" + asked + "/withdraw"), 404, "not-found");
        problem(as(admin("bob")).post(PATH + "/" + asked + "/withdraw"), 404, "not-found");
        problem(ACustomer.ask(nordwind.readOnly("rosa"), lang.accountKey), 403, "role-required");
        problem(lang.answers(UUID.randomUUID(), "decline"), 404, "not-found");
    }

    @Test
    void aRepeatedApprovalWithTheSameKeyIsAnsweredAlike() {
        var asked = lang.askedBy(nordwind).<String>path("id");
        var first = approveWithKey(asked);
        var again = approveWithKey(asked);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private Response approveWithKey(String asked) {
        return as(lang.administrator()).header("Idempotency-Key", "a-1").post(PATH + "/" + asked + "/approve");
    }

    /** An administrator that sees what is assigned to it. */
    private String admin(String subject) {
        return Passports.partner(nordwind.id, subject, "partner-admin", Set.of("customers:read", "assistance:request"))
                .bearer();
    }

    private static JsonPath told(String key, String type) {
        return new JsonPath(
                Facts.await("kontor.customers.v1", r -> r.key().equals(key) && type.equals(Facts.header(r, "ce_type")))
                        .value());
    }
}
