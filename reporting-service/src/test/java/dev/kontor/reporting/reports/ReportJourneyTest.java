package dev.kontor.reporting.reports;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** domain.md, rule 30. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ReportJourneyTest {

    @Test
    void aReportIsOnPaperAndAsDataWithOneContentHash() {
        var bakery = withFigures();
        var pdf = report(bakery, "endpoint", "application/pdf");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Hash", matchesPattern("[0-9a-f]{64}"))
                .header("Content-Language", "de")
                .header("Content-Disposition", containsString("report-endpoint-"));
        var hash = pdf.header("Content-Hash");
        assertThat(PdfText.of(pdf.asByteArray()))
                .contains("Bericht Endgeräteschutz", "Bäckerei Müller", "1.234", "Geschützt", "Ungeschützt", "67")
                .contains("NB-17", "19.11.2026", "Inhalt " + hash.substring(0, 16));
        report(bakery, "endpoint", "application/json")
                .then()
                .statusCode(200)
                .header("Content-Hash", hash)
                .body("contentHash", equalTo(hash))
                .body("snapshot.widgets.find { it.source == 'endpoint.protected' }.figures.value", equalTo(1234));
        var csv = report(bakery, "endpoint", "text/csv");
        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8").header("Content-Hash", hash);
        assertThat(csv.asString())
                .startsWith("\ufeffwidget,source,")
                .contains("endpoint.coverage,Ungeschützt,value,67\r\n");
        var german = as(bakery.superAdmin)
                .accept("text/csv")
                .header("Accept-Language", "de")
                .get(bakery.url("/reports/endpoint"));
        assertThat(german.asString()).contains("endpoint.coverage;Ungeschützt;value;67\r\n");
        assertThat(german.header("ETag")).isNotEqualTo(csv.header("ETag"));
        assertThat(as(bakery.superAdmin)
                        .accept("text/csv")
                        .queryParam("separator", "tab")
                        .get(bakery.url("/reports/endpoint"))
                        .asString())
                .contains("endpoint.coverage\tUngeschützt\tvalue\t67\r\n");
    }

    @Test
    void whoeverTakesAnythingGetsPaperAndWhatThereIsNotIsRefused() {
        var bakery = Situation.aCustomer();
        report(bakery, "server", "*/*").then().statusCode(200).contentType("application/pdf");
        report(bakery, "server", "text/html, text/*;q=0.5")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
        problem(report(bakery, "server", "image/png"), 406, "not-acceptable");
        problem(report(bakery, "server", "application/pdf;q=0"), 406, "not-acceptable");
        problem(report(bakery, "email", "application/pdf"), 404, "not-found");
    }

    @Test
    void aReportSpeaksTheLanguageAskedForElseThePartners() {
        var bakery = Situation.aCustomer();
        var text = PdfText.of(as(bakery.superAdmin)
                .accept("application/pdf")
                .get(bakery.url("/reports/licenses?locale=en"))
                .asByteArray());
        assertThat(text).contains("License overview", "No data yet");
        as(bakery.superAdmin)
                .accept("text/csv")
                .header("Accept-Language", "en-GB")
                .get(bakery.url("/reports/licenses"))
                .then()
                .header("Content-Language", "en");
        problem(as(bakery.superAdmin).get(bakery.url("/reports/licenses?locale=fr")), 400, "validation-failed");
        problem(as(bakery.superAdmin).get(bakery.url("/reports/licenses?language=en")), 400, "unknown-parameter");
    }

    @Test
    void aReportThatStillSaysTheSameIsNotSentAgain() {
        var bakery = withFigures();
        var tag = report(bakery, "endpoint", "text/csv").header("ETag");
        as(bakery.superAdmin)
                .accept("text/csv")
                .header("If-None-Match", tag)
                .get(bakery.url("/reports/endpoint"))
                .then()
                .statusCode(304);
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-21T00:00:00Z\",\"value\":1235,\"of\":1301}");
        as(bakery.superAdmin)
                .accept("text/csv")
                .header("If-None-Match", tag)
                .get(bakery.url("/reports/endpoint"))
                .then()
                .statusCode(200);
    }

    @Test
    void anotherPartnersCustomerHasNoReportAndItsOwnAdministratorHas() {
        var bakery = Situation.aCustomer();
        problem(
                as(Passports.partnerSuperAdmin(UUID.randomUUID())).get(bakery.url("/reports/endpoint")),
                404,
                "not-found");
        as(Passports.customerAdmin(bakery.customer))
                .get(bakery.url("/reports/endpoint"))
                .then()
                .statusCode(200);
    }

    private static Situation withFigures() {
        var bakery = Situation.aCustomer();
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":1234,\"of\":1301}");
        bakery.post(
                "endpoint.devices",
                """
                {"asOf": "2026-11-20T00:00:00Z", "table": {
                   "columns": [{"label": "device", "kind": "text"}, {"label": "last-seen", "kind": "date"}],
                   "rows": [["NB-17", "2026-11-19"]]}}""");
        return bakery;
    }

    private static Response report(Situation of, String report, String accept) {
        return as(of.superAdmin).accept(accept).get(of.url("/reports/" + report));
    }
}
