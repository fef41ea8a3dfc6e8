package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts that partners make (domain.md rules 9, 10 and 13). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class NewAccountsTest {

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
    }

    @Test
    void aTrialHasPartnerAssistanceByItselfAndNoLicencesYet() {
        var created = nordwind.create(nordwind.superAdmin(), nordwind.aTrial("Bäckerei Müller GmbH"));

        created.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/customers/" + created.path("id")))
                .body("displayName", equalTo("Bäckerei Müller GmbH"))
                .body("accountType", equalTo("trial"))
                .body("status", equalTo("inactive"))
                .body("partnerAssistance.state", equalTo("on"))
                .body("partnerAssistance.source", equalTo("partner-trial"))
                .body("partnerAssistance.expiresAt", nullValue())
                .body("licenses.status", equalTo("none"))
                .body("licenses.categories", empty())
                .body("groups", empty())
                .body("disconnect", nullValue())
                .body("crmSync", equalTo("not-linked"))
                .body("actions.launch.allowed", equalTo(true))
                .body("actions.launch.reason", nullValue());
        as(nordwind.superAdmin())
                .get("/v1/customers/" + created.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"));
    }

    @Test
    void whoeverCreatesACustomerIsAssignedToIt() {
        var id = nordwind.create(nordwind.businessAdmin("bea"), nordwind.aTrial("Kern"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        as(nordwind.businessAdmin("bea")).get("/v1/customers/" + id).then().statusCode(200);
        problem(as(nordwind.businessAdmin("bob")).get("/v1/customers/" + id), 404, "not-found");
        var told = Facts.await("kontor.customers.v1", r -> r.key().equals("assignment/" + nordwind.id + "/bea/" + id));
        assertThat(Facts.header(told, "ce_type")).isEqualTo("assignment.added");
    }

    @Test
    void aMonthlyAccountKeepsWhichTermsWereAcceptedWhenAndByWhom() throws SQLException {
        var id = nordwind.created(nordwind.aMonthly("Kern"));

        as(nordwind.superAdmin())
                .get("/v1/customers/" + id)
                .then()
                .body("accountType", equalTo("monthly"))
                .body("partnerAssistance.source", equalTo("monthly-account"));
        assertThat(OwnDatabase.read(
                        "select concat_ws('|', terms_version, terms_accepted_by, terms_accepted_at = created_at)"
                                + " from customer where id = ?",
                        id))
                .containsExactly("2026-10|super-admin|t");
    }

    @Test
    void monthlyNeedsTheProgramBeforeAnythingElse() {
        var other = APartner.in("msp-flex-connect");
        var account = other.aMonthly("Kern").put("acceptTerms", false);
        account.putArray("products").add("none-such");

        problem(other.create(other.superAdmin(), account), 403, "program-required")
                .body("program", equalTo("msp-flex"));
    }

    @Test
    void monthlyNeedsTheTerms() {
        problem(
                nordwind.create(nordwind.superAdmin(), nordwind.aMonthly("Kern").put("acceptTerms", false)),
                422,
                "terms-not-accepted");
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        problem(as(nordwind.superAdmin()).body("{}").post("/v1/customers"), 400, "validation-failed")
                .body("errors.pointer", contains("/accountType", "/contact", "/name", "/products", "/region"));
    }

    @Test
    void aNameOfBlanksIsNone() {
        problem(
                        nordwind.create(
                                nordwind.superAdmin(), nordwind.aTrial(" ").put("displayName", " ")),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/displayName", "/name"));
    }

    @Test
    void whatNoDatabaseCanKeepIsRefusedNotFailedAt() {
        problem(nordwind.create(nordwind.superAdmin(), nordwind.aTrial("Kern\u0000GmbH")), 400, "validation-failed");
        problem(
                as(nordwind.superAdmin()).queryParam("search", "a\u0000b").get("/v1/customers"),
                400,
                "validation-failed");
    }

    /** api.md, "texts". */
    @ParameterizedTest
    @CsvSource({
        "name, '\u200b', not-blank",
        "name, '\u3164', not-blank",
        "displayName, '\u2800', not-blank",
        "name, 'a\nb', not-plain-text",
        "name, 'x\u001b[31m', not-plain-text",
        "displayName, 'ab\u202egnp.exe', not-plain-text",
        "externalId, 'K\u0007', not-plain-text",
        "externalId, '\u00ad', not-blank",
    })
    void whatNobodyCanReadIsNoNameOfIt(String field, String text, String code) {
        problem(
                        nordwind.create(
                                nordwind.superAdmin(), nordwind.aTrial("Kern").put(field, text)),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/" + field))
                .body("errors.code", contains(code));
    }

    @Test
    void namesAreMeasuredInCodePointsAndKeptComposedWithoutBlanksAroundThem() {
        var long200 = "𠮷".repeat(200);
        nordwind.create(nordwind.superAdmin(), nordwind.aTrial(long200))
                .then()
                .statusCode(201)
                .body("name", equalTo(long200));
        problem(nordwind.create(nordwind.superAdmin(), nordwind.aTrial(long200 + "a")), 400, "validation-failed")
                .body("errors.code", contains("size"));
        nordwind.create(
                        nordwind.superAdmin(),
                        nordwind.aTrial("\u00a0Mu\u0308ller \u200b").put("externalId", " LEAD "))
                .then()
                .statusCode(201)
                .body("name", equalTo("Müller"))
                .body("externalId", equalTo("LEAD"));
    }

    @Test
    void anUnknownFieldIsRefusedWithTheNearestName() {
        problem(
                        nordwind.create(
                                nordwind.superAdmin(), nordwind.aTrial("Kern").put("displayname", "K")),
                        400,
                        "unknown-field")
                .body("errors[0].detail", containsString("\"displayName\""));
    }

    @Test
    void anExternalIdIsTakenOnceWithinAPartner() {
        nordwind.created(nordwind.aTrial("Kern").put("externalId", "K-1"));

        problem(
                        nordwind.create(
                                nordwind.superAdmin(), nordwind.aTrial("Other").put("externalId", "K-1")),
                        409,
                        "external-id-taken")
                .body("detail", containsString("K-1"));
        problem(
                nordwind.create(nordwind.superAdmin(), nordwind.aTrial("Other").put("externalId", "\u200bk–1")),
                409,
                "external-id-taken");
        var brightwater = APartner.in("msp-flex");
        brightwater.created(brightwater.aTrial("Kern").put("externalId", "K-1"));
    }

    @Test
    void readersAndOtherPrincipalsCreateNothing() {
        problem(nordwind.create(nordwind.readOnly("rosa"), nordwind.aTrial("X")), 403, "role-required");
        problem(nordwind.create(Passports.usageReporter(), nordwind.aTrial("X")), 403, "role-required");
    }

    @Test
    void theCreatorSeesItInItsListAtOnce() {
        var id = nordwind.created(nordwind.aTrial("Sofort"));

        as(nordwind.superAdmin()).get("/v1/customers?search=sofort").then().body("items.id", hasItem(id.toString()));
    }
}
