package dev.kontor.billing.reconciliation;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import dev.kontor.testkit.TestClock;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@JourneyTest
class ReconciliationJourneyTest {

    @Inject
    Suite suite;

    @Test
    void numbersThatAgreeHaveNoFindings() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        reconcile(partner, month, row("C-17", "endpoint-advanced", "10.0", "32"))
                .then()
                .statusCode(200)
                .body("statementState", equalTo("open"))
                .body("rows", equalTo(1))
                .body("findings", empty());
    }

    @Test
    void everyDifferenceIsAFindingOfItsKindWithItsDelta() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var missing = suite.monthly(partner, "endpoint-advanced");
        var unused = suite.monthly(partner, "endpoint-advanced");
        used(bakery, month, "10");
        used(missing, month, "4");

        reconcile(
                        partner,
                        month,
                        row(bakery.id().toString(), "endpoint-advanced", "7", null),
                        row(unused.id().toString(), "endpoint-advanced", "3", null),
                        row("nobody", "endpoint-advanced", "1", null),
                        row("C-17", "endpoint-advanced", "1", null),
                        row(bakery.id().toString(), "no-such-product", "1", null),
                        row(bakery.id().toString(), "endpoint-advanced", "5", null))
                .then()
                .statusCode(200)
                .body("findings.kind", contains("over", "unexpected", "unmapped", "unmapped", "unmapped", "missing"))
                .body("findings.row", contains(0, 1, 2, 3, 4, null))
                .body("findings[0].delta", equalTo("2"))
                .body("findings[0].externalId", equalTo("C-17"))
                .body("findings[1].delta", equalTo("3"))
                .body("findings[2].reason", equalTo("unknown-customer"))
                .body("findings[3].reason", equalTo("ambiguous-customer"))
                .body("findings[4].reason", equalTo("unknown-product"))
                .body("findings[5].customerId", equalTo(missing.id().toString()))
                .body("findings[5].delta", equalTo("-4"));
    }

    @Test
    void anAmountIsComparedWhereItIsGiven() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        reconcile(partner, month, row("C-17", "endpoint-advanced", "10", "31.50"))
                .then()
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("under"))
                .body("findings[0].delta", equalTo("0"))
                .body("findings[0].amountDelta", equalTo("-0.5"));
    }

    @Test
    void aTableGoesInAndATableComesOut() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        var findings = admin(partner)
                .contentType("text/csv")
                .accept("text/csv")
                .body("Product;Customer;Note;Quantity\nendpoint-advanced;C-17;\"a;b\";\"12,5\"\n=x;nobody;;1\n")
                .post("/v1/reconciliations?month=" + month)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(findings.lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("over,0,C-17,") && line.contains(",10,12.5,2.5,"))
                .anyMatch(line -> line.startsWith("unmapped,1,nobody,,,,'=x,"));
    }

    @Test
    void badInputIsRefusedWithItsPlace() {
        var month = suite.freshMonth();
        var partner = suite.partner();

        ProblemAssert.problem(reconcile(partner, month, row("C-17", "x", "1E99", null)), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/rows/0/quantity"));
        ProblemAssert.problem(table(partner, month, "customer,quantity\nC-17,1\n"), 400, "validation-failed")
                .body("errors[0].code", equalTo("column-missing"));
        ProblemAssert.problem(
                        table(partner, month, "Umsatz, Mai;;\n\nKunde;Produkt;Menge\nC-17;x;1\n"),
                        400,
                        "validation-failed")
                .body("errors[0].code", equalTo("header-not-first"))
                .body("errors[0].detail", containsString("line 3"));
        ProblemAssert.problem(
                        table(partner, month, "customer,product,quantity\n" + "nobody,x,1\n".repeat(10_001)),
                        400,
                        "validation-failed")
                .body("errors[0].code", equalTo("too-many-odd-rows"));
        ProblemAssert.problem(
                admin(partner)
                        .contentType("text/csv")
                        .body("customer,product,quantity\n")
                        .post("/v1/reconciliations"),
                400,
                "validation-failed");
        ProblemAssert.problem(
                        admin(partner)
                                .config(RestAssuredConfig.config()
                                        .encoderConfig(EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                                .contentType("text/csv")
                                .body("Kunde;Produkt;Menge\nMüller;x;1".getBytes(StandardCharsets.ISO_8859_1))
                                .post("/v1/reconciliations?month=" + month),
                        400,
                        "validation-failed")
                .body("errors[0].code", equalTo("not-in-charset"));
        ProblemAssert.problem(table(partner, month, ""), 400, "validation-failed");
        ProblemAssert.problem(
                admin(partner)
                        .contentType("application/json")
                        .body("{\"month\":\"November\",\"rows\":[]}")
                        .post("/v1/reconciliations"),
                400,
                "validation-failed");
        ProblemAssert.problem(
                as(Passports.partnerReadOnly(partner))
                        .contentType("application/json")
                        .body("{\"month\":\"" + month + "\",\"rows\":[]}")
                        .post("/v1/reconciliations"),
                403,
                "all-customers-required");
    }

    @Test
    void creditsAreNettedAndOneRowThatCannotBeUsedNeverBlocksTheRest() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "50");

        table(
                        partner,
                        month,
                        """
                        sep=;
                        Kundennummer;Kunde;Produkt;"Preis, netto";Menge
                        C-17;Bäckerei;endpoint-advanced;"1,50";60
                        c–17;Bäckerei;Endpoint Advanced;"1,50";-10
                        ;;;;
                        C-17;Bäckerei;endpoint-advanced;1,50;"1,234"
                        C-17;Bäckerei;endpoint-advanced;1,50;viele
                        Summe;;;;50
                        """)
                .then()
                .statusCode(200)
                .body("rows", equalTo(5))
                .body("findings.kind", contains("unusable", "unusable", "unusable"))
                .body("findings.row", contains(2, 3, 4))
                .body("findings.reason", contains("ambiguous-number", "not-a-decimal", "product-missing"))
                .body("findings[2].customer", equalTo("Summe"));
    }

    @Test
    void aNegativeSumIsOdd() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        reconcile(
                        partner,
                        month,
                        row("C-17", "endpoint-advanced", "5", null),
                        row("C-17", "endpoint-advanced", "-7", null))
                .then()
                .statusCode(200)
                .body("findings.kind", contains("under"))
                .body("findings[0].delta", equalTo("-12"));
    }

    @Test
    void customersAndProductsAreKnownByTheirNamesToo() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        reconcile(partner, month, row("BACKEREI SOMMER", "endpoint\u00a0ADVANCED", "10", null))
                .then()
                .statusCode(200)
                .body("findings", empty());
    }

    @Test
    void aMonthMayHaveMoreRowsThanTenThousand() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "20000");
        var rows = Collections.nCopies(20_000, row("C-17", "endpoint-advanced", "1", null));

        reconcile(partner, month, rows.toArray(String[]::new))
                .then()
                .statusCode(200)
                .body("rows", equalTo(20_000))
                .body("findings", empty());
        table(partner, month, "customer\tproduct\tquantity\n" + "C-17\tendpoint-advanced\t0,2\n".repeat(100_000))
                .then()
                .statusCode(200)
                .body("rows", equalTo(100_000))
                .body("findings", empty());
    }

    @Test
    void aDeclaredCharsetIsTheOneThatIsRead() {
        var month = suite.freshMonth();
        var partner = suite.partner();

        admin(partner)
                .contentType("text/csv;charset=windows-1252")
                .body("customer;product;quantity\r\nMüller & Söhne;endpoint-advanced;7"
                        .getBytes(Charset.forName("windows-1252")))
                .post("/v1/reconciliations?month=" + month)
                .then()
                .statusCode(200)
                .body("findings[0].customer", equalTo("Müller & Söhne"));
        ProblemAssert.problem(
                admin(partner)
                        .contentType("text/csv;charset=klingon")
                        .body("customer;product;quantity".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/reconciliations?month=" + month),
                415,
                "unsupported-media-type");
    }

    @Test
    void statementLinesAreInTheOrderOfTheCustomerListAndInTheFormThatIsAskedFor() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        for (var name : List.of("Apfel2 GmbH", "Zürich GmbH", "Äpfel GmbH")) {
            var customer = suite.monthly(partner, "endpoint-advanced");
            suite.tell(
                    Suite.customer("customer.renamed", customer.id(), partner, "monthly", TestClock.now())
                            .with("state.displayName", name)
                            .with("state.version", 2),
                    partner);
            used(customer, month, "2.5");
        }

        var json = admin(partner).get("/v1/statements?month=" + month);
        var csv = admin(partner).accept("text/csv").get("/v1/statements?month=" + month);
        var german = admin(partner)
                .accept("text/csv")
                .header("Accept-Language", "de")
                .get("/v1/statements?month=" + month);

        json.then().body("items[0].lines.customerName", contains("Äpfel GmbH", "Apfel2 GmbH", "Zürich GmbH"));
        assertThat(csv.asString())
                .startsWith("\ufeffstatement,")
                .contains(",Äpfel GmbH,C-17,endpoint-advanced,,2.5,2.5,");
        assertThat(german.asString())
                .startsWith("\ufeffstatement;")
                .contains(";Äpfel GmbH;C-17;endpoint-advanced;;2,5;2,5;");
        assertThat(german.asString().lines().skip(1))
                .hasSize(3)
                .allMatch(line -> line.endsWith(";8,00;0,00;0,00;0,00"));
        ProblemAssert.problem(
                        admin(partner).accept("text/csv").get("/v1/statements?separator=x&month=" + month),
                        400,
                        "validation-failed")
                .body("errors[0].parameter", equalTo("separator"));
    }

    /** Api.md, "retry safety": nothing is stored, so nothing is kept to fill a disk with. */
    @Test
    void aKeyIsTakenAndIgnored() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        for (var rows : List.of("", "{\"customer\":\"ERP-1\",\"product\":\"endpoint-advanced\",\"quantity\":1}")) {
            admin(partner)
                    .header("Idempotency-Key", "r-1")
                    .contentType("application/json")
                    .body("{\"month\":\"" + month + "\",\"rows\":[" + rows + "]}")
                    .post("/v1/reconciliations")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", nullValue());
        }
    }

    @Test
    void aMonthsLinesComeInTheColumnsPsaToolsTake() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        used(suite.monthly(partner, "endpoint-advanced"), month, "10");

        var lines = admin(partner)
                .accept("text/csv")
                .get("/v1/statements?month=" + month)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(lines.lines().skip(1))
                .singleElement()
                .asString()
                .contains(",C-17,endpoint-advanced,,10,10,peak,")
                .endsWith("," + month.atDay(1) + "," + month.atEndOfMonth() + ",32.00,0.00,0.00,0.00");
        ProblemAssert.problem(admin(partner).accept("text/csv").get("/v1/statements"), 400, "validation-failed");
    }

    private static void used(Customer customer, YearMonth month, String quantity) {
        report(level(customer, "endpoint-advanced", month.atDay(1), quantity))
                .then()
                .statusCode(200);
    }

    private static Response reconcile(UUID partner, YearMonth month, String... rows) {
        return admin(partner)
                .contentType("application/json")
                .body("{\"month\":\"" + month + "\",\"rows\":[" + String.join(",", rows) + "]}")
                .post("/v1/reconciliations");
    }

    private static Response table(UUID partner, YearMonth month, String table) {
        return admin(partner)
                .contentType("text/csv;charset=UTF-8")
                .body(table)
                .post("/v1/reconciliations?month=" + month);
    }

    private static String row(String customer, String product, String quantity, String amount) {
        return "{\"customer\":\"%s\",\"product\":\"%s\",\"quantity\":\"%s\"%s}"
                .formatted(customer, product, quantity, amount == null ? "" : ",\"amount\":" + amount);
    }
}
