package dev.kontor.billing.invoicing;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 32 and 33: who issues, at which rates, and to whom. */
@JourneyTest
class InvoicingJourneyTest {

    private static final String ISSUER =
            """
            {"legalName":"Alpenlicht GmbH","address":{"lines":["Ring 1"],"city":"Wien","postalCode":"1010"},
             "countryCode":"%s","vatId":"%s","contact":{"name":"Buchhaltung","phone":"+43 1 5550100","email":"a@b.example"},
             "electronicAddress":"a@b.example","iban":"AT61 1904 3002 3457 3201","paymentTermsDays":30,"series":"%s"}""";

    private static final String BUYER =
            """
            {"legalName":"Nordwind IT GmbH","address":{"lines":["Hafen 2"],"city":"Kiel","postalCode":"24103","countryCode":"%s"},
             "vatId":"%s","email":"rechnung@nordwind.example"}""";

    @Inject
    Suite suite;

    @Test
    void aSuiteThatOnlyTriesThingsOutHasACompleteGermanIssuerAndTheGermanRate() {
        operator()
                .get("/v1/issuers/default")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\""))
                .body("countryCode", equalTo("DE"))
                .body("vatId", startsWith("DE"))
                .body("iban", startsWith("DE"))
                .body("address.countryCode", equalTo("DE"));
        operator()
                .get("/v1/tax-rates")
                .then()
                .statusCode(200)
                .body("find { it.country == 'DE' && it.from == '2007-01-01' }.rate", equalTo("19"));
    }

    @Test
    void anIssuerIsPutInItsShortestWritingAndChangesByVersion() {
        var id = "a" + UUID.randomUUID();
        var series = series();
        var body = ISSUER.formatted("AT", "ATU 13585627", series);
        var first = put(operator(), "/v1/issuers/" + id, body);
        first.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(1))
                .body("vatId", equalTo("ATU13585627"))
                .body("iban", equalTo("AT611904300234573201"))
                .body("address.countryCode", equalTo("AT"));

        put(operator(), "/v1/issuers/" + id, body).then().statusCode(200).body("version", equalTo(1));
        var changed = body.replace("Ring 1", "Ring 2");
        operator()
                .contentType("application/json")
                .header("If-Match", "\"7.0\"")
                .body(changed)
                .put("/v1/issuers/" + id)
                .then()
                .statusCode(412);
        put(operator().header("If-Match", first.header("ETag")), "/v1/issuers/" + id, changed)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        put(operator(), "/v1/issuers/b" + UUID.randomUUID(), ISSUER.formatted("AT", "ATU13585627", series))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/series"));
    }

    @Test
    void anIssuerThatCouldNotBePutOnAnInvoiceIsRefusedByName() {
        put(operator(), "/v1/issuers/x", ISSUER.formatted("DE", "ATU13585627", series()))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("vat-id-of-other-country"));
        put(operator(), "/v1/issuers/x", ISSUER.formatted("AT", "ATU13585626", series()))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/vatId"));
        put(
                        operator(),
                        "/v1/issuers/x",
                        ISSUER.formatted("AT", "ATU13585627", series()).replace("3201", "3202"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/iban"));
        put(operator(), "/v1/issuers/x", "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/legalName", "/address", "/countryCode", "/series"));
        ProblemAssert.problem(operator().get("/v1/issuers/x"), 404, "not-found");
    }

    @Test
    void taxRatesAreReplacedAsAList() {
        var before = operator().get("/v1/tax-rates").asString();
        var more = before.substring(0, before.length() - 1)
                + ",{\"country\":\"AT\",\"category\":\"S\",\"rate\":20.0,\"from\":\"1984-01-01\"}]";
        put(operator(), "/v1/tax-rates", more)
                .then()
                .statusCode(200)
                .body("find { it.country == 'AT' }.rate", equalTo("20"));
        put(
                        operator(),
                        "/v1/tax-rates",
                        "[{\"country\":\"DE\",\"category\":\"S\",\"rate\":101,\"from\":\"2007-01-01\"}]")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/0/rate"));
        put(operator(), "/v1/tax-rates", before).then().statusCode(200);
        assertThat(operator().get("/v1/tax-rates").asString()).isEqualTo(before);
    }

    @Test
    void aPartnerSaysToWhomItsInvoicesAreMadeOut() {
        var partner = suite.partner();
        ProblemAssert.problem(admin(partner).get("/v1/partner/invoicing"), 404, "not-found");

        put(admin(partner), "/v1/partner/invoicing", BUYER.formatted("DE", "DE 129 273 398"))
                .then()
                .statusCode(200)
                .body("vatId", equalTo("DE129273398"));

        admin(partner)
                .get("/v1/partner/invoicing")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("legalName", equalTo("Nordwind IT GmbH"))
                .body("issuer", nullValue());
        operator()
                .get("/v1/partners/" + partner + "/invoicing")
                .then()
                .statusCode(200)
                .body("vatId", equalTo("DE129273398"));
        ProblemAssert.problem(admin(suite.partner()).get("/v1/partner/invoicing"), 404, "not-found");
        ProblemAssert.problem(
                put(operator(), "/v1/partners/" + UUID.randomUUID() + "/invoicing", "{}"), 404, "not-found");
    }

    @Test
    void whoIssuesIsTheOperatorsChoiceAndStaysWhenThePartnerChangesItsData() {
        var partner = suite.partner();
        var path = "/v1/partners/" + partner + "/invoicing";
        put(operator(), path, "{\"issuer\":\"default\"}").then().statusCode(200);
        put(operator(), path, "{\"issuer\":\"nobody\"}").then().statusCode(400);

        put(admin(partner), "/v1/partner/invoicing", BUYER.formatted("DE", "DE129273398"))
                .then()
                .statusCode(200)
                .body("issuer", equalTo("default"));
        put(admin(partner), "/v1/partner/invoicing", "{\"issuer\":\"other\"}")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("issuer-fixed"));
    }

    @Test
    void dataThatCouldNotBeRightAreRefusedAndMissingOnesAreNot() {
        var partner = suite.partner();
        put(admin(partner), "/v1/partner/invoicing", BUYER.formatted("AT", "DE129273398"))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("vat-id-of-other-country"));
        put(admin(partner), "/v1/partner/invoicing", BUYER.formatted("DE", "DE129273399"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/vatId"))
                .body("errors.code", hasItem("vat-number"));
        put(admin(partner), "/v1/partner/invoicing", "{\"legalName\":\"  \"}")
                .then()
                .statusCode(400);
        put(admin(partner), "/v1/partner/invoicing", "{\"address\":{\"lines\":[\"Hafen 2\"]}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/address/countryCode"));
        put(admin(partner), "/v1/partner/invoicing", "{\"vat\":\"x\"}").then().statusCode(400);
        put(admin(partner), "/v1/partner/invoicing", "{}").then().statusCode(200);
    }

    @Test
    void whoManagesNoBillingReadsAndWritesNone() {
        var partner = suite.partner();
        var reader = as(Passports.partnerReadOnly(partner));
        ProblemAssert.problem(reader.get("/v1/partner/invoicing"), 403, "role-required");
        ProblemAssert.problem(admin(partner).get("/v1/issuers/default"), 403, "role-required");
        ProblemAssert.problem(admin(partner).get("/v1/tax-rates"), 403, "role-required");
        ProblemAssert.problem(admin(partner).get("/v1/partners/" + partner + "/invoicing"), 403, "role-required");
    }

    private static Response put(RequestSpecification caller, String path, String body) {
        return caller.contentType("application/json").body(body).put(path);
    }

    private static String series() {
        return "S" + UUID.randomUUID().toString().substring(0, 12);
    }
}
