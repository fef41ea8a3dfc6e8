package dev.kontor.billing.pricebooks;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.ProblemAssert;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@JourneyTest
class PriceBookJourneyTest {

    @Inject
    Suite suite;

    @Test
    void theDefaultBookPricesEveryMonthlyProductInEuro() {
        operator()
                .get("/v1/price-books/default")
                .then()
                .statusCode(200)
                .body("currency", equalTo("EUR"))
                .body("proration", equalTo("full-month"))
                .body("entries.product", hasItem("uem-advanced"))
                .body("entries", hasSize(8))
                .body("entries[0].countMethod", equalTo("peak"))
                .body("entries[0].bands[0].unitPrice", equalTo("3.20"));
    }

    @Test
    void aBadBookIsRefusedWithEveryReasonBeforeItCanBill() {
        var refused = operator()
                .contentType("application/json")
                .body(
                        """
                        {"scope":"default","effectiveFrom":"2026-12-01","currency":"EUR","proration":"full-month",
                         "entries":[{"product":"endpoint-advanced","model":"volume","countMethod":"peak",
                          "bands":[{"upTo":99,"unitPrice":3},{"upTo":50,"unitPrice":-2}]}]}""")
                .put("/v1/price-books/bad");

        ProblemAssert.problem(refused, 422, "price-book-invalid")
                .body("errors.code", contains("last-band-not-open", "bands-not-rising", "negative"))
                .body("errors[0].pointer", equalTo("/entries/0/bands/1/upTo"));
        ProblemAssert.problem(operator().get("/v1/price-books/bad"), 404, "not-found");
    }

    @Test
    void aPartnersOwnBookBillsInItsOwnCurrencyAndOldVersionsStay() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);

        put(partner, month, "JPY", "333.5").then().statusCode(200).body("version", equalTo(1));
        put(partner, month, "JPY", "333.5").then().statusCode(200).body("version", equalTo(1));
        admin(partner)
                .get("/v1/statements?month=" + month)
                .then()
                .body("items[0].total.amount", equalTo("2335"))
                .body("items[0].total.currency", equalTo("JPY"));
        put(partner, month.plusMonths(1), "JPY", "400").then().body("version", equalTo(2));
        admin(partner).get("/v1/statements?month=" + month).then().body("items[0].priceBook.version", equalTo(1));
        ProblemAssert.problem(
                operator()
                        .header("If-Match", "\"1.0\"")
                        .contentType("application/json")
                        .body(book(partner, month, "JPY", "1"))
                        .put("/v1/price-books/own-" + partner),
                412,
                "version-conflict");
    }

    @Test
    void aChangeOfABookThatDoesNotExistCreatesNone() {
        var month = suite.freshMonth();
        var partner = suite.partner();

        ProblemAssert.problem(
                operator()
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(book(partner, month, "EUR", "1"))
                        .put("/v1/price-books/own-" + partner),
                412,
                "version-conflict");
        ProblemAssert.problem(operator().get("/v1/price-books/own-" + partner), 404, "not-found");
    }

    @Test
    void whomABookIsForIsKnownAndNeverChanges() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        put(partner, month, "EUR", "1").then().statusCode(200);

        ProblemAssert.problem(put(UUID.randomUUID(), month, "EUR", "1"), 422, "price-book-invalid")
                .body("errors[0].code", equalTo("partner-unknown"));
        ProblemAssert.problem(
                        operator()
                                .contentType("application/json")
                                .body(book(suite.partner(), month, "EUR", "1"))
                                .put("/v1/price-books/own-" + partner),
                        422,
                        "price-book-invalid")
                .body("errors[0].code", equalTo("scope-fixed"));
        ProblemAssert.problem(
                        operator()
                                .contentType("application/json")
                                .body(book(partner, month, "EUR", "1").replace(month.atDay(1) + "", "+300000-01-01"))
                                .put("/v1/price-books/own-" + partner),
                        422,
                        "price-book-invalid")
                .body("errors[0].code", equalTo("effective-from-out-of-range"));
    }

    @Test
    void aNumberThatIsShortToWriteAndLongToReadIsRefusedHoweverItComes() {
        var partner = suite.partner();

        ProblemAssert.problem(
                admin(partner)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(
                                """
                                {"priceBook":{"currency":"EUR","entries":[{"product":"x","model":"flat",
                                  "bands":[{"upTo":null,"unitPrice":"1E900000000"}]}]},"quantities":[]}""")
                        .post("/v1/rating-previews"),
                400,
                "validation-failed");
    }

    @Test
    void aPreviewRatesByTheSameCodeAndStoresNothing() {
        var partner = suite.partner();

        admin(partner)
                .contentType("application/json")
                .body(
                        """
                        {"priceBook":{"currency":"KWD","entries":[{"product":"x","model":"graduated",
                           "bands":[{"upTo":10,"unitPrice":"1"},{"upTo":null,"unitPrice":"0.3335","flatFee":"2"}]}]},
                         "month":"2026-11","quantities":[{"customerId":"b","product":"x","quantity":8},
                           {"customerId":"a","product":"x","quantity":"3"}]}""")
                .post("/v1/rating-previews")
                .then()
                .statusCode(200)
                .body("total.amount", equalTo("12.334"))
                .body("lines.customerId", contains("a", "b"))
                .body("lines.amount.amount", contains("3.364", "8.970"))
                .body("lines[0].unitPrice", equalTo("1.12122727"));
        admin(partner)
                .contentType("application/json")
                .body(
                        "{\"priceBookId\":\"default\",\"quantities\":[{\"customerId\":\"a\",\"product\":\"endpoint-advanced\",\"quantity\":500}]}")
                .post("/v1/rating-previews")
                .then()
                .body("total.amount", equalTo("1300.00"));
        ProblemAssert.problem(
                admin(partner)
                        .contentType("application/json")
                        .body("{\"quantities\":[{\"customerId\":\"a\",\"product\":\"nothing\",\"quantity\":5}]}")
                        .post("/v1/rating-previews"),
                422,
                "price-missing");
        ProblemAssert.problem(
                admin(partner)
                        .contentType("application/json")
                        .body(
                                "{\"priceBookId\":\"default\",\"quantities\":[{\"customerId\":\"a\",\"product\":\"endpoint-advanced\",\"quantity\":1E2147483647}]}")
                        .post("/v1/rating-previews"),
                400,
                "validation-failed");
        ProblemAssert.problem(
                admin(partner)
                        .contentType("application/json")
                        .body("{\"priceBook\":{\"currency\":\"EUR\",\"entries\":[]},\"quantities\":[]}")
                        .post("/v1/rating-previews"),
                422,
                "price-book-invalid");
    }

    /** Api.md, "retry safety": nothing is stored, so nothing is kept. */
    @Test
    void aPreviewTakesAKeyAndIgnoresIt() {
        var partner = suite.partner();
        for (var month : List.of("2026-11", "2026-12")) {
            admin(partner)
                    .header("Idempotency-Key", "p-1")
                    .contentType("application/json")
                    .body("{\"priceBookId\":\"default\",\"month\":\"" + month + "\",\"quantities\":[]}")
                    .post("/v1/rating-previews")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", nullValue());
        }
    }

    private static Response put(UUID partner, YearMonth from, String currency, String price) {
        return operator()
                .contentType("application/json")
                .body(book(partner, from, currency, price))
                .put("/v1/price-books/own-" + partner);
    }

    private static String book(UUID partner, YearMonth from, String currency, String price) {
        return """
                {"scope":"partner","partnerId":"%s","effectiveFrom":"%s","currency":"%s","proration":"full-month",
                 "entries":[{"product":"endpoint-advanced","model":"flat","countMethod":"peak",
                   "bands":[{"upTo":null,"unitPrice":"%s"}]}]}"""
                .formatted(partner, from.atDay(1), currency, price);
    }
}
