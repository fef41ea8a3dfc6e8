package dev.kontor.reporting.statements;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.PdfText;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class StatementPdfJourneyTest {

    private static final String STATEMENT =
            """
            {"id": "0192f0c0-0000-7000-8000-000000000001", "number": "2026-11-000042",
             "partnerId": "0192f0c0-0000-7000-8000-000000000002", "month": "2026-11", "state": "final", "version": 1,
             "currency": "EUR", "total": {"amount": "24.68", "currency": "EUR"}, "contentHash": "abc", "lineCount": 2,
             "partner": {"id": "0192f0c0-0000-7000-8000-000000000002", "name": "Nordlicht IT"},
             "buyer": {"legalName": "Nordlicht IT GmbH", "vatId": "DE129273398",
                       "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}},
             "seller": {"legalName": "Kontor Security GmbH",
                        "address": {"lines": ["Hafenweg 7"], "city": "Hamburg", "countryCode": "DE", "postalCode": "20457"}},
             "lines": [
               {"customerId": "0192f0c0-0000-7000-8000-000000000003", "customerName": "Bäckerei Müller",
                "product": "server-advanced", "orderedQuantity": "12", "actualQuantity": 12.5,
                "billableQuantity": "12.5", "countMethod": "peak", "asOf": "2026-11-17", "band": {"from": 1, "upTo": 499},
                "unitPrice": "1.0000", "amount": {"amount": "12.34", "currency": "EUR"}},
               {"customerId": "0192f0c0-0000-7000-8000-000000000003", "customerName": "Bäckerei Müller",
                "product": "endpoint-none", "billableQuantity": "1", "unitPrice": "12.34",
                "amount": {"amount": "12.34", "currency": "EUR"}, "correctsMonth": "2026-09"}]}""";

    @Test
    void billingGetsItsStatementOnPaperInEitherLanguage() {
        var german = PdfText.of(
                print("de", STATEMENT).then().statusCode(200).extract().asByteArray());
        var english = PdfText.of(
                print("en", STATEMENT).then().statusCode(200).extract().asByteArray());

        assertThat(german)
                .contains("Abrechnung 2026-11-000042", "12,34", "12,5", "24,68\u00A0EUR", "Korrektur 09/2026")
                .contains("Torstraße 1", "DE-10115 Berlin", "DE129273398", "Kontor Security GmbH", "DE-20457 Hamburg");
        assertThat(english).contains("Statement 2026-11-000042", "12.34", "24.68\u00A0EUR", "corrects Sep 2026");
    }

    /** domain.md rule 31. */
    @Test
    void noStatementComesWithoutTheLogoItShouldHave() {
        var withLogo = STATEMENT.replace("\"Nordlicht IT\"", "\"Nordlicht IT\", \"logoHash\": \"gone\"");

        problem(print("en", withLogo), 503, "service-unavailable");
    }

    @Test
    void aStatementThatDoesNotAddUpIsNotPrinted() {
        problem(print("en", STATEMENT.replace("24.68", "24.69")), 422, "statement-sums-differ");
    }

    @Test
    void onlyOtherServicesMayAsk() {
        problem(
                as(Passports.partnerSuperAdmin(UUID.randomUUID()))
                        .contentType("application/json")
                        .body(STATEMENT)
                        .post("/internal/statement-pdf?locale=de"),
                403,
                "role-required");
    }

    private static Response print(String locale, String statement) {
        return as(Passports.internal("billing", "reporting"))
                .contentType("application/json")
                .body(statement)
                .post("/internal/statement-pdf?locale=" + locale);
    }
}
