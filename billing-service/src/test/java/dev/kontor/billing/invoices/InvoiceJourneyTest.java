package dev.kontor.billing.invoices;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.billing.invoices.OfficialRules.Form;
import dev.kontor.platform.database.Database;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 32 to 34: from a statement to its invoice, its cancellation and the next one. */
@JourneyTest
class InvoiceJourneyTest {

    private static final String GERMAN =
            """
            {"legalName":"Nordwind IT GmbH","address":{"lines":["Hafen 2"],"city":"Kiel","postalCode":"24103","countryCode":"DE"},
             "vatId":"DE129273398","email":"rechnung@nordwind.example"}""";

    private static final String PRODUCT = "endpoint-advanced";

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Test
    void aMonthGoesFromUsageToItsInvoiceItsCancellationAndTheNextOne() {
        var month = suite.freshMonth();
        var partner = buyer(GERMAN);
        var bakery = suite.monthly(partner, PRODUCT);
        used(bakery, month, "50");
        end(month);

        close(month).then().body("result.notInvoiced.partnerId", not(hasItem(partner.toString())));

        var statementId = statement(partner, month).jsonPath().getString("items[0].id");
        var invoice = only(partner, month);
        var id = invoice.jsonPath().getString("id");
        invoice.then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("number", matchesPattern("RE-\\d{4}-\\d{6}"))
                .body("kind", equalTo("invoice"))
                .body("statementId", equalTo(statementId))
                .body("cancels", nullValue())
                .body("period.from", equalTo(month.atDay(1).toString()))
                .body("period.to", equalTo(month.atEndOfMonth().toString()))
                .body("seller.vatId", startsWith("DE"))
                .body("buyer.legalName", equalTo("Nordwind IT GmbH"))
                .body("buyer.buyerReference", equalTo(partner.toString()))
                .body("lines", hasSize(1))
                .body("lines[0].quantity", equalTo("50"))
                .body("lines[0].amount.amount", equalTo("160.00"))
                .body("lines[0].taxRate", equalTo("19"))
                .body("taxes", hasSize(1))
                .body("taxes[0].category", equalTo("S"))
                .body("taxes[0].base.amount", equalTo("160.00"))
                .body("net.amount", equalTo("160.00"))
                .body("tax.amount", equalTo("30.40"))
                .body("gross.amount", equalTo("190.40"))
                .body("setOff.amount", equalTo("0.00"))
                .body("payable.amount", equalTo("190.40"))
                .body("contentHash", startsWith("sha256:"));
        theOtherFormsSayTheSame(partner, id, invoice.jsonPath().getString("number"));
        used(bakery, month, "60");

        var path = "/v1/statements/" + statementId + "/void";
        operator().contentType("text/plain").body("wrong").post(path).then().statusCode(415);
        operator()
                .contentType("application/json")
                .body("{\"reason\":\" \"}")
                .post(path)
                .then()
                .statusCode(400);
        operator()
                .contentType("application/json")
                .body("{\"reason\":\"Counted wrongly\"}")
                .post(path)
                .then()
                .statusCode(200)
                .body("voidReason", equalTo("Counted wrongly"));

        admin(partner)
                .get("/v1/invoices?month=" + month)
                .then()
                .statusCode(200)
                .body("items.kind", contains("invoice", "credit-note", "invoice"))
                .body("items[0].gross.amount", equalTo("228.48"))
                .body("items[1].cancels", equalTo(id))
                .body("items[1].preceding[0].number", equalTo(invoice.jsonPath().getString("number")))
                .body("items[1].gross.amount", equalTo("190.40"))
                .body("items[2].id", equalTo(id));
        admin(partner)
                .get("/v1/invoices?kind=credit-note&month=" + month + "&count=true")
                .then()
                .body("items.kind", contains("credit-note"))
                .body("total", equalTo(1));
        assertThat(admin(partner).get("/v1/invoices/" + id).asString()).isEqualTo(invoice.asString());
        assertThat(Facts.collect("kontor.billing.v1", record -> record.key().equals("invoice/" + id), 1))
                .singleElement()
                .satisfies(record -> assertThat(Facts.header(record, "ce_type")).isEqualTo("invoice.issued"));
        assertThat(gaps()).isZero();
    }

    @Test
    void aPartnerWithoutInvoicingDataHasItsStatementAndGetsItsInvoiceLater() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, PRODUCT), month, "10");
        end(month);

        var mine = "result.notInvoiced.find { it.partnerId == '" + partner + "' }.";
        close(month)
                .then()
                .body("result.held.partnerId", not(hasItem(partner.toString())))
                .body(mine + "reason", equalTo("invoice-data-missing"))
                .body(mine + "missing", contains("legalName", "address"));

        var id = statement(partner, month)
                .then()
                .body("items[0].state", equalTo("final"))
                .extract()
                .<String>path("items[0].id");
        var path = "/v1/statements/" + id + "/invoice";
        ProblemAssert.problem(admin(partner).post(path), 409, "invoice-data-missing");
        put(
                partner,
                GERMAN.replace("\"Kiel\"", "\"Graz\"")
                        .replace("DE\"}", "AT\"}")
                        .replace("\"vatId\":\"DE129273398\",", ""));
        admin(partner).post(path).then().statusCode(409).body("missing", contains("vatId"));
        put(partner, GERMAN);

        var key = UUID.randomUUID().toString();
        var made = admin(partner).header("Idempotency-Key", key).post(path);
        made.then()
                .statusCode(201)
                .header("Location", containsString("/v1/invoices/"))
                .body("gross.amount", equalTo("38.08"));
        admin(partner)
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("number", equalTo(made.jsonPath().getString("number")));
        operator()
                .post(path)
                .then()
                .statusCode(201)
                .body("number", equalTo(made.jsonPath().getString("number")));
        admin(partner).get("/v1/invoices?month=" + month).then().body("items", hasSize(1));
        ProblemAssert.problem(admin(suite.partner()).post(path), 404, "not-found");
        ProblemAssert.problem(operator().post("/v1/statements/" + UUID.randomUUID() + "/invoice"), 404, "not-found");
    }

    @Test
    void aVoidStatementGetsNoInvoice() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);
        close(month);
        var id = statement(partner, month).jsonPath().getString("items[0].id");
        operator().post("/v1/statements/" + id + "/void").then().statusCode(200);
        put(partner, GERMAN);

        ProblemAssert.problem(admin(partner).post("/v1/statements/" + id + "/invoice"), 409, "statement-void");
    }

    @Test
    void aNegativeTotalIsACreditNoteThatTheNextInvoiceSetsOff() {
        var month = suite.freshMonth();
        var next = month.plusMonths(1);
        var partner = buyer(GERMAN);
        var bakery = suite.monthly(partner, PRODUCT);
        used(bakery, month, "10");
        end(month);
        close(month);
        var first = only(partner, month);
        // Taken back and issued for less: what was billed before comes off the next month as a correction.
        report(level(bakery, PRODUCT, month.atDay(20), "15"), level(bakery, PRODUCT, next.atDay(1), "0"));
        end(next);
        close(next);
        operator()
                .post("/v1/statements/" + first.jsonPath().getString("statementId") + "/void")
                .then()
                .statusCode(200);
        var last = next.plusMonths(1);
        end(last);
        close(last);

        var creditNote = only(partner, last);
        creditNote
                .then()
                .body("kind", equalTo("credit-note"))
                .body("cancels", nullValue())
                .body("net.amount", equalTo("16.00"))
                .body("gross.amount", equalTo("19.04"))
                .body("lines.findAll { it.correctsMonth }.amount.amount", contains("16.00"))
                .body("preceding.number", hasSize(1))
                .body("payable.amount", equalTo("19.04"));

        var after = last.plusMonths(1);
        used(bakery, after, "10");
        end(after);
        close(after);
        only(partner, after)
                .then()
                .body("kind", equalTo("invoice"))
                .body("net.amount", equalTo("32.00"))
                .body("gross.amount", equalTo("38.08"))
                .body("setOff.amount", equalTo("19.04"))
                .body("payable.amount", equalTo("19.04"));
        operator()
                .post("/v1/statements/" + creditNote.jsonPath().getString("statementId") + "/void")
                .then()
                .statusCode(200);
        // Its credit was used: whoever has had it pays it back.
        admin(partner)
                .get("/v1/invoices?month=" + last)
                .then()
                .body("items.find { it.cancels }.kind", equalTo("invoice"))
                .body("items.find { it.cancels }.payable.amount", equalTo("19.04"));
        assertThat(gaps()).isZero();
    }

    @Test
    void theIssuerIsTheOneNamedElseTheRegionsElseTheDefaultOne() {
        var month = suite.freshMonth();
        var series = "A" + UUID.randomUUID().toString().substring(0, 12);
        operator()
                .contentType("application/json")
                .body(
                        """
                        {"legalName":"Alpenlicht GmbH","address":{"lines":["Ring 1"],"city":"Wien","postalCode":"1010"},
                         "countryCode":"AT","vatId":"ATU13585627",
                         "contact":{"name":"Buchhaltung","phone":"+43 1 5550100","email":"a@b.example"},
                         "electronicAddress":"a@b.example","iban":"AT611904300234573201","paymentTermsDays":30,
                         "series":"%s"}"""
                                .formatted(series))
                .put("/v1/issuers/alpine")
                .then()
                .statusCode(200);
        var partner = buyer(GERMAN);
        operator()
                .contentType("application/json")
                .body(GERMAN.replace("\"legalName\"", "\"issuer\":\"alpine\",\"legalName\""))
                .put("/v1/partners/" + partner + "/invoicing")
                .then()
                .statusCode(200);
        used(suite.monthly(partner, PRODUCT), month, "10");
        end(month);
        close(month);

        var invoice = only(partner, month);
        invoice.then()
                .body("number", startsWith(series + "-"))
                .body("seller.legalName", equalTo("Alpenlicht GmbH"))
                .body("taxes[0].category", equalTo("AE"))
                .body("taxes[0].reason", notNullValue())
                .body("tax.amount", equalTo("0.00"))
                .body("gross.amount", equalTo("32.00"));
        var issued = LocalDate.parse(invoice.jsonPath().getString("issueDate"));
        invoice.then().body("dueDate", equalTo(issued.plusDays(30).toString()));
    }

    @Test
    void outsideTheUnionNothingIsTaxableAndNoVatIdIsOnTheDocument() {
        var month = suite.freshMonth();
        var partner = buyer(GERMAN.replace("\"countryCode\":\"DE\"", "\"countryCode\":\"CH\"")
                .replace("DE129273398", "CHE107787577"));
        end(month);
        close(month);

        only(partner, month)
                .then()
                .body("seller.vatId", nullValue())
                .body("seller.taxNumber", notNullValue())
                .body("buyer.vatId", nullValue())
                .body("taxes.category", contains("O"))
                .body("net.amount", equalTo("0.00"))
                .body("lines", empty());
    }

    @Test
    void nobodyElseSeesAnInvoice() {
        var month = suite.freshMonth();
        var partner = buyer(GERMAN);
        end(month);
        close(month);
        var path = "/v1/invoices/" + only(partner, month).jsonPath().getString("id");

        ProblemAssert.problem(admin(suite.partner()).get(path), 404, "not-found");
        admin(suite.partner()).get("/v1/invoices").then().body("items", empty());
        ProblemAssert.problem(operator().get(path), 403, "role-required");
        ProblemAssert.problem(as(Passports.partnerReadOnly(partner)).get(path), 403, "all-customers-required");
        ProblemAssert.problem(
                as(Passports.partner(partner, "reader", "partner-help-desk", Set.of("customers:read"))
                                .bearer())
                        .get(path),
                403,
                "role-required");
        ProblemAssert.problem(admin(partner).get("/v1/invoices?kind=receipt"), 400, "validation-failed");
        ProblemAssert.problem(admin(partner).get("/v1/invoices?month=november"), 400, "validation-failed");
        admin(partner).get("/v1/invoices").then().body("items.partnerId", everyItem(equalTo(partner.toString())));
    }

    private static void theOtherFormsSayTheSame(UUID partner, String id, String number) {
        for (var syntax : List.of("cii", "ubl")) {
            var xml = admin(partner)
                    .accept("application/xml")
                    .get("/v1/invoices/" + id + "/xrechnung?syntax=" + syntax)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("application/xml"))
                    .extract()
                    .asByteArray();
            var form = syntax.equals("cii") ? Form.XRECHNUNG_CII : Form.XRECHNUNG_UBL_INVOICE;
            assertThat(OfficialRules.broken(form, xml)).isEmpty();
            assertThat(new String(xml, StandardCharsets.UTF_8)).contains(number, ">190.40<", ">30.40<");
        }
        ProblemAssert.problem(
                admin(partner).get("/v1/invoices/" + id + "/xrechnung?syntax=edi"), 400, "validation-failed");
        var pdf = admin(partner)
                .accept("application/pdf")
                .header("Accept-Language", "de")
                .get("/v1/invoices/" + id)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Disposition", containsString(number + ".pdf"))
                .extract()
                .asByteArray();
        assertThat(new String(pdf, StandardCharsets.UTF_8))
                .startsWith("%PDF-")
                .contains("\"number\":\"" + number + "\"", "\"amount\":\"190.40\"", "\"facturX\":\"PD94bWwg");
    }

    @Test
    void anInvoiceThatXRechnungWantsMoreOfSaysWhat() {
        var month = suite.freshMonth();
        var partner = buyer(GERMAN.replace(",\"email\":\"rechnung@nordwind.example\"", "")
                .replace("\"postalCode\":\"24103\",", ""));
        end(month);
        close(month);
        var id = only(partner, month).jsonPath().getString("id");

        admin(partner)
                .get("/v1/invoices/" + id + "/xrechnung?syntax=ubl")
                .then()
                .statusCode(409)
                .body("code", equalTo("invoice-data-missing"))
                .body("missing", contains("email", "address.postalCode"));
    }

    /** What is final stays as it was, on paper too. */
    @Test
    void aStatementsPaperNamesBothSidesAsTheyWereWhenItWasIssued() {
        var month = suite.freshMonth();
        var partner = buyer(GERMAN);
        var late = suite.partner();
        used(suite.monthly(partner, PRODUCT), month, "50");
        used(suite.monthly(late, PRODUCT), month, "50");
        assertThat(paper(late, month)).contains("\"buyer\":{\"legalName\":\"Nordwind IT\"}");
        end(month);
        close(month);

        var moved = GERMAN.replace("Hafen 2", "Neue Mole 9");
        put(partner, moved);
        put(late, moved);
        put(late, moved.replace("Neue Mole 9", "Alte Mole 1"));

        assertThat(paper(partner, month))
                .contains("\"seller\":{\"legalName\":\"Nordlicht Security GmbH\"", "Beispielstraße 1")
                .contains("\"buyer\":{\"legalName\":\"Nordwind IT GmbH\"", "Hafen 2")
                .doesNotContain("Neue Mole 9");
        assertThat(paper(late, month)).contains("Neue Mole 9").doesNotContain("Alte Mole 1");
    }

    private static String paper(UUID partner, YearMonth month) {
        var id = statement(partner, month).jsonPath().getString("items[0].id");
        var pdf = admin(partner)
                .accept("application/pdf")
                .get("/v1/statements/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(pdf, StandardCharsets.UTF_8);
    }

    private UUID buyer(String data) {
        var partner = suite.partner();
        put(partner, data);
        return partner;
    }

    private static void put(UUID partner, String data) {
        admin(partner)
                .contentType("application/json")
                .body(data)
                .put("/v1/partner/invoicing")
                .then()
                .statusCode(200);
    }

    private static void used(Customer customer, YearMonth month, String quantity) {
        report(level(customer, PRODUCT, month.atDay(2), quantity)).then().body("stored", equalTo(1));
    }

    private static Response only(UUID partner, YearMonth month) {
        var id = admin(partner)
                .get("/v1/invoices?month=" + month)
                .then()
                .body("items", hasSize(1))
                .extract()
                .<String>path("items[0].id");
        return admin(partner).get("/v1/invoices/" + id);
    }

    /** Numbers drawn that no document has. */
    private long gaps() {
        return asWorker(() -> database.sql(
                        """
                        select count(*) from invoice_number n
                        where n.last <> (select count(*) from invoice i
                                         where starts_with(i.number, n.series || '-' || n.year || '-'))""")
                .one(Long.class));
    }
}
