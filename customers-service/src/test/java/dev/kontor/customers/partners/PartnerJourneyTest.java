package dev.kontor.customers.partners;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.data;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A partner's life, in the hands of the vendor operator. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class PartnerJourneyTest {

    @Inject
    FoldedPartners folded;

    private final String operator = Passports.operator();

    @Test
    void theOperatorCreatesAPartnerAndReadsItBack() {
        var created = as(operator)
                .body(data("Nordwind IT GmbH", "msp-flex-connect", "msp-flex", "msp-flex"))
                .post("/v1/partners")
                .then()
                .statusCode(400);
        created.body("errors.pointer", contains("/programs"));

        var answer = as(operator).body(data("Nordwind IT GmbH", "msp-flex")).post("/v1/partners");
        answer.then()
                .statusCode(201)
                .body("name", equalTo("Nordwind IT GmbH"))
                .body("programs", contains("msp-flex"))
                .body("contact.address.city", equalTo("Berlin"))
                .body("hasLogo", equalTo(false));
        as(operator)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", answer.header("ETag"))
                .body("id", equalTo(answer.path("id")));
        as(operator)
                .header("If-None-Match", answer.header("ETag"))
                .get(answer.header("Location"))
                .then()
                .statusCode(304);
    }

    @Test
    void aChangeOfAVersionNobodySawIsRefused() {
        var partner = "/v1/partners/" + APartner.in("msp-flex").id;
        var seen = as(operator).get(partner).header("ETag");
        patchAs(operator)
                .header("If-Match", seen)
                .body("{\"name\":\"Nordwind AG\",\"contact\":{\"mobile\":\"+4915112345678\"}}")
                .patch(partner)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(seen)))
                .body("name", equalTo("Nordwind AG"))
                .body("contact.mobile", equalTo("+4915112345678"))
                .body("contact.firstName", equalTo("Petra"));

        problem(
                patchAs(operator)
                        .header("If-Match", seen)
                        .body("{\"name\":\"Too late\"}")
                        .patch(partner),
                412,
                "version-conflict");
    }

    @Test
    void inputComesBeforeVersionsInTheOrderOfRefusals() {
        problem(
                patchAs(operator)
                        .header("If-Match", "\"99.x\"")
                        .body("{\"currency\":\"XXX\"}")
                        .patch("/v1/partners/" + APartner.in("msp-flex").id),
                400,
                "validation-failed");
    }

    @Test
    void nullTakesAnOptionalFieldAwayAndARequiredOneNot() {
        var partner = "/v1/partners/" + APartner.in("msp-flex").id;
        patchAs(operator)
                .body("{\"contact\":{\"mobile\":\"+4915112345678\"}}")
                .patch(partner)
                .then()
                .statusCode(200);
        patchAs(operator)
                .body("{\"contact\":{\"mobile\":null}}")
                .patch(partner)
                .then()
                .statusCode(200)
                .body("contact", not(hasKey("mobile")));

        problem(patchAs(operator).body("{\"name\":null}").patch(partner), 400, "validation-failed")
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void whatAPartnerMustHaveIsSaidFieldByField() {
        var wrong = data("Nordwind", "msp-flex")
                .replace("+493012345678", "123")
                .replace("\"EUR\"", "\"XAU\"")
                .replace("\"region\":\"DE\"", "\"region\":\"XX\"")
                .replace("msp-flex", "msp-flux");

        problem(as(operator).body(wrong).post("/v1/partners"), 400, "validation-failed")
                .body("errors.pointer", contains("/contact/phone", "/currency", "/programs/0", "/region"));
    }

    @Test
    void anUnknownFieldIsRefusedWithTheNearestName() {
        problem(
                        as(operator)
                                .body(data("Nordwind").replace("currency", "curency"))
                                .post("/v1/partners"),
                        400,
                        "unknown-field")
                .body("errors[0].pointer", equalTo("/curency"))
                .body("errors[0].detail", containsString("\"currency\""));
        problem(
                        patchAs(operator).body("{\"nmae\":null}").patch("/v1/partners/" + APartner.in("msp-flex").id),
                        400,
                        "unknown-field")
                .body("errors[0].detail", containsString("\"name\""));
    }

    @Test
    void aPartnerReadsItselfAndNobodyElse() {
        var partner = APartner.in("msp-flex");
        as(partner.readOnly("jana"))
                .get("/v1/partner")
                .then()
                .statusCode(200)
                .body("id", equalTo(partner.id.toString()));

        problem(as(partner.superAdmin()).get("/v1/partners/" + partner.id), 403, "role-required");
        problem(as(partner.superAdmin()).get("/v1/partners"), 403, "role-required");
        problem(as(Passports.usageReporter()).body(data("X")).post("/v1/partners"), 403, "role-required");
        problem(as(operator).get("/v1/partners/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void theListGoesOnFromPageToPageByName() {
        var mine = APartner.in("msp-flex").id.toString();
        var found = new ArrayList<String>();
        var next = "/v1/partners?limit=200";
        while (next != null) {
            var page = as(operator).urlEncodingEnabled(false).get(next);
            found.addAll(page.jsonPath().getList("items.id"));
            next = page.header("Link") == null ? null : page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(found).contains(mine).doesNotHaveDuplicates();
    }

    @Test
    void namesAreInOneOrderInWhateverLettersTheyAreWritten() throws SQLException {
        var names = List.of("00ä 1", "00Ä 2", "00a 3");
        for (var name : names) {
            as(operator)
                    .body(data(name, "msp-flex"))
                    .post("/v1/partners")
                    .then()
                    .statusCode(201);
        }
        OwnDatabase.change("update partner set folding = 0, sort_name = '' where name = '00Ä 2'");
        folded.refold();

        var listed = as(operator).get("/v1/partners?limit=200").jsonPath().<String>getList("items.name");
        assertThat(listed.stream().filter(names::contains)).containsExactlyElementsOf(names);
    }
}
