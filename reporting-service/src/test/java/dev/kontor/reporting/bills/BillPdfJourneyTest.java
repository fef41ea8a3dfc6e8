package dev.kontor.reporting.bills;

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
class BillPdfJourneyTest {

    private static final String BILL =
            """
            {"customerId": "0192f0c0-0000-7000-8000-000000000003", "customerName": "Bäckerei Müller", "month": "2026-11",
             "period": {"from": "2026-11-01", "to": "2026-11-30"}, "state": "final", "currency": "EUR",
             "priceBook": {"id": "retail", "version": 1}, "seller": {"name": "Nordlicht IT"},
             "lines": [{"product": "server-advanced", "productName": "Server Advanced", "quantity": "12.5",
                        "unitPrice": "2", "amount": {"amount": "25.00", "currency": "EUR"},
                        "parts": [{"part": "units", "amount": {"amount": "25.00", "currency": "EUR"}}]}],
             "total": {"amount": "25.00", "currency": "EUR"}%s}""";

    @Test
    void billingGetsABillOnPaperInEitherLanguage() {
        assertThat(PdfText.of(print("de", "").then().statusCode(200).extract().asByteArray()))
                .contains("Abrechnung November 2026", "Nordlicht IT", "12,5", "25,00\u00A0EUR");
        assertThat(PdfText.of(print("en", "").then().statusCode(200).extract().asByteArray()))
                .contains("Bill for November 2026", "25.00\u00A0EUR");
    }

    /** domain.md rule 31. */
    @Test
    void noBillComesWithoutTheLogoItShouldHave() {
        problem(print("en", ", \"logoHash\": \"gone\""), 503, "service-unavailable");
    }

    @Test
    void aBillThatDoesNotAddUpIsNotPrinted() {
        problem(
                send(
                        "en",
                        BILL.formatted("")
                                .replace("\"total\": {\"amount\": \"25.00\"", "\"total\": {\"amount\": \"25.01\"")),
                422,
                "statement-sums-differ");
    }

    @Test
    void onlyOtherServicesMayAsk() {
        problem(
                as(Passports.partnerSuperAdmin(UUID.randomUUID()))
                        .contentType("application/json")
                        .body(BILL.formatted(""))
                        .post("/internal/resale-bill-pdf?locale=de"),
                403,
                "role-required");
    }

    private static Response print(String locale, String more) {
        return send(locale, BILL.formatted(more));
    }

    private static Response send(String locale, String bill) {
        return as(Passports.internal("billing", "reporting"))
                .contentType("application/json")
                .body(bill)
                .post("/internal/resale-bill-pdf?locale=" + locale);
    }
}
