package dev.kontor.billing.resale;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.ProblemAssert;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 36 and 37: what a partner's customers are charged, and who gets to know. */
@JourneyTest
class ResaleJourneyTest {

    private static final String FLAT =
            """
            {"scope":"customer","effectiveFrom":"2020-01-01","currency":"EUR","entries":[
              {"product":"endpoint-advanced","model":"flat","bands":[{"upTo":null,"unitPrice":"5.00"}]}]}""";

    private static final String MARK_UP =
            """
            {"scope":"all","effectiveFrom":"2020-01-01","currency":"EUR","markUpPercent":25}""";

    @Inject
    Suite suite;

    @Test
    void aMonthIsSoldByThePartnersOwnPricesAndShowsTheMargin() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var butcher = suite.monthly(partner, "endpoint-advanced");
        report(
                        level(bakery, "endpoint-advanced", month.atDay(2), "10"),
                        level(butcher, "endpoint-advanced", month.atDay(2), "4"))
                .then()
                .statusCode(200);
        put(admin(partner), "retail", FLAT)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("version", equalTo(1));

        resale(partner, "month=" + month)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("priceBook.id", equalTo("retail"))
                .body("items", hasSize(2))
                .body("items.find { it.customerId == '" + bakery.id() + "' }.cost.amount", equalTo("32.00"))
                .body("items.find { it.customerId == '" + bakery.id() + "' }.price.amount", equalTo("50.00"))
                .body("items.find { it.customerId == '" + bakery.id() + "' }.margin.amount", equalTo("18.00"))
                .body("items.find { it.customerId == '" + bakery.id() + "' }.quantity", equalTo("10"))
                .body("totals.cost.amount", equalTo("44.80"))
                .body("totals.price.amount", equalTo("70.00"))
                .body("totals.margin.amount", equalTo("25.20"))
                .body("withoutPrice", hasSize(0))
                .body("nextCursor", nullValue());
        var first = resale(partner, "month=" + month + "&limit=1&count=true");
        first.then().body("items", hasSize(1)).body("total", equalTo(2)).body("nextCursor", notNullValue());
        resale(partner, "month=" + month + "&limit=1&cursor=" + first.jsonPath().getString("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].customerId", not(equalTo(first.jsonPath().getString("items[0].customerId"))))
                .body("totals.price.amount", equalTo("70.00"))
                .body("nextCursor", nullValue());
        var csv = admin(partner)
                .accept("text/csv")
                .header("Accept-Language", "de")
                .get("/v1/resale?month=" + month)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv)
                .contains("month;customerId;customerName;externalId;product;quantity;cost;price;margin")
                .contains("C-17;endpoint-advanced;10;32,00;50,00;18,00;EUR");
        assertThat(admin(partner)
                        .accept("text/csv")
                        .get("/v1/resale?month=" + month)
                        .asString())
                .contains("month,customerId,customerName,externalId,product,quantity,cost,price,margin")
                .contains("C-17,endpoint-advanced,10,32.00,50.00,18.00,EUR");
    }

    @Test
    void aCustomersBillNamesNoCostInAnyForm() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        put(admin(partner), "retail", FLAT).then().statusCode(200);
        admin(partner)
                .contentType("application/json")
                .body(
                        "{\"legalName\":\"Nordwind IT GmbH\",\"address\":{\"lines\":[\"Hafen 2\"],\"countryCode\":\"DE\"}}")
                .put("/v1/partner/invoicing")
                .then()
                .statusCode(200);
        end(month);
        close(month);

        bill(partner, bakery.id(), month + "", "application/json")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("customerName", equalTo("Bäckerei Sommer"))
                .body("externalId", equalTo("C-17"))
                .body("state", equalTo("final"))
                .body("period.from", equalTo(month.atDay(1).toString()))
                .body("period.to", equalTo(month.atEndOfMonth().toString()))
                .body("seller.legalName", equalTo("Nordwind IT GmbH"))
                .body("lines", hasSize(1))
                .body("lines[0].productName", equalTo("endpoint advanced"))
                .body("lines[0].unitPrice", equalTo("5.00"))
                .body("lines[0].amount.amount", equalTo("50.00"))
                .body("lines[0].parts[0].amount.amount", equalTo("50.00"))
                .body("total.amount", equalTo("50.00"))
                .body("$", not(hasKey("cost")))
                .body(not(containsString("32.00")));
        var csv = bill(partner, bakery.id(), month + "", "text/csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .contains("endpoint-advanced,endpoint advanced,10,5.00,50.00,EUR")
                .doesNotContain("32.00");
        var pdf = bill(partner, bakery.id(), month + "", "application/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asString();
        assertThat(pdf)
                .startsWith("%PDF")
                .contains("\"total\":{\"amount\":\"50.00\"")
                .doesNotContain("32.00");

        var stranger = suite.monthly(suite.partner(), "endpoint-advanced");
        ProblemAssert.problem(bill(partner, stranger.id(), month + "", "application/json"), 404, "not-found");
        ProblemAssert.problem(bill(partner, UUID.randomUUID(), month + "", "application/json"), 404, "not-found");
        ProblemAssert.problem(bill(partner, bakery.id(), "1999-01", "application/json"), 400, "validation-failed");
    }

    @Test
    void aCustomerWithoutUsageGetsAnEmptyBill() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        put(admin(partner), "retail", MARK_UP).then().statusCode(200);

        bill(partner, bakery.id(), month + "", "application/json")
                .then()
                .statusCode(200)
                .body("lines", hasSize(0))
                .body("total.amount", equalTo("0.00"));
        ProblemAssert.problem(resale(partner, "month=" + month.minusYears(5)), 404, "not-found");
    }

    @Test
    void lateUsageIsOnTheNextBillAsOnTheNextStatement() {
        var month = suite.freshMonth();
        var next = month.plusMonths(1);
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        put(admin(partner), "retail", MARK_UP).then().statusCode(200);
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        report(
                        level(bakery, "endpoint-advanced", month.atDay(20), "15"),
                        level(bakery, "endpoint-advanced", next.atDay(1), "0"))
                .then()
                .body("stored", equalTo(2));

        bill(partner, bakery.id(), month + "", "application/json")
                .then()
                .body("total.amount", equalTo("40.00"))
                .body("lines[0].unitPrice", equalTo("4"));
        bill(partner, bakery.id(), next + "", "application/json")
                .then()
                .body("lines.correctsMonth", contains(null, month.toString()))
                .body("lines.amount.amount", contains("0.00", "20.00"))
                .body("lines[1].quantity", equalTo("5"))
                .body("total.amount", equalTo("20.00"));
        resale(partner, "month=" + next)
                .then()
                .body("totals.cost.amount", equalTo("16.00"))
                .body("totals.margin.amount", equalTo("4.00"));
        end(next);
        close(next);
        bill(partner, bakery.id(), next + "", "application/json")
                .then()
                .body("state", equalTo("final"))
                .body("total.amount", equalTo("20.00"));
    }

    /** Rule 36: not even the vendor's operator. */
    @Test
    void nobodyElseSeesWhatAPartnerSellsFor() {
        var month = suite.freshMonth();
        var ours = suite.partner();
        var bakery = suite.monthly(ours, "endpoint-advanced");
        var theirs = suite.partner();
        put(admin(ours), "retail", FLAT).then().statusCode(200);

        ProblemAssert.problem(admin(theirs).get("/v1/resale-price-books/retail"), 404, "not-found");
        ProblemAssert.problem(resale(theirs, "month=" + month), 409, "price-book-missing");
        ProblemAssert.problem(bill(theirs, bakery.id(), month + "", "application/json"), 404, "not-found");
        // The same id is another partner's own book.
        put(admin(theirs), "retail", MARK_UP).then().statusCode(200).body("version", equalTo(1));
        admin(ours)
                .get("/v1/resale-price-books/retail")
                .then()
                .body("version", equalTo(1))
                .body("$", not(hasKey("markUpPercent")))
                .body("entries", hasSize(1));
        for (var path : List.of(
                "/v1/resale-price-books/retail",
                "/v1/resale?month=" + month,
                "/v1/customers/" + bakery.id() + "/resale-bills/" + month)) {
            for (var passport : List.of(
                    Passports.operator(),
                    Passports.partnerReadOnly(ours),
                    Passports.customerAdmin(bakery.id()),
                    Passports.usageReporter())) {
                ProblemAssert.problem(as(passport).get(path), 403, "role-required");
            }
        }
        ProblemAssert.problem(put(operator(), "retail", FLAT), 403, "role-required");
    }

    @Test
    void aBookChangesByVersionAndABadOneIsRefusedWithEveryReason() {
        var partner = suite.partner();
        put(admin(partner), "retail", FLAT).then().statusCode(200).body("version", equalTo(1));
        put(admin(partner), "retail", FLAT).then().body("version", equalTo(1));
        put(admin(partner).header("If-Match", "\"7.0\""), "retail", MARK_UP)
                .then()
                .statusCode(412);
        put(admin(partner), "retail", MARK_UP)
                .then()
                .body("version", equalTo(2))
                .body("markUpPercent", equalTo("25"))
                .body("entries", hasSize(0));

        ProblemAssert.problem(
                        put(
                                admin(partner),
                                "bad",
                                """
                                {"scope":"all","effectiveFrom":"1020-01-01","currency":"XXX","entries":[
                                  {"product":"p","model":"flat","bands":[]}]}"""),
                        422,
                        "price-book-invalid")
                .body("errors.code", contains("effective-from-out-of-range", "currency-unknown", "no-bands"));
        ProblemAssert.problem(
                        put(
                                admin(partner),
                                "bad",
                                "{\"scope\":\"all\",\"effectiveFrom\":\"2026-01-01\",\"currency\":\"EUR\"}"),
                        422,
                        "price-book-invalid")
                .body("errors.code", contains("no-entries"));
        ProblemAssert.problem(put(admin(partner), "bad", "{}"), 400, "validation-failed");
        ProblemAssert.problem(put(admin(partner), "bad", MARK_UP.replace("25", "-101")), 400, "validation-failed");
        ProblemAssert.problem(admin(partner).get("/v1/resale-price-books/bad"), 404, "not-found");
    }

    @Test
    void aProductWithoutAPriceIsNamedAndNotBilled() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "server-advanced");
        report(level(bakery, "server-advanced", month.atDay(2), "3")).then().statusCode(200);
        put(admin(partner), "retail", FLAT).then().statusCode(200);

        resale(partner, "month=" + month)
                .then()
                .body("withoutPrice", contains("server-advanced"))
                .body("items[0].price", nullValue())
                .body("items[0].margin", nullValue())
                .body("totals.cost.amount", equalTo("22.80"))
                .body("totals.price", nullValue());
        ProblemAssert.problem(bill(partner, bakery.id(), month + "", "application/json"), 409, "resale-price-missing");
    }

    @Test
    void whoSeesOnlySomeCustomersGetsNeitherListNorBill() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        var some = Passports.partner(partner, "some", "partner-business-admin", List.of("billing:manage"))
                .bearer();

        ProblemAssert.problem(as(some).get("/v1/resale?month=" + month), 403, "all-customers-required");
        ProblemAssert.problem(
                as(some).get("/v1/customers/" + bakery.id() + "/resale-bills/" + month), 403, "all-customers-required");
    }

    /** Rule 24: what takes a void statement's place is sold in its place. */
    @Test
    void aReissuedMonthIsSoldAnew() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        put(admin(partner), "retail", MARK_UP).then().statusCode(200);
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        report(level(bakery, "endpoint-advanced", month.atDay(20), "15")).then().statusCode(200);

        operator()
                .post("/v1/statements/" + statement(partner, month).jsonPath().getString("items[0].id") + "/void")
                .then()
                .statusCode(200);

        bill(partner, bakery.id(), month + "", "application/json").then().body("total.amount", equalTo("60.00"));
    }

    private static Response put(RequestSpecification as, String id, String body) {
        return as.contentType("application/json").body(body).put("/v1/resale-price-books/" + id);
    }

    private static Response resale(UUID partner, String query) {
        return admin(partner).get("/v1/resale?" + query);
    }

    private static Response bill(UUID partner, UUID customer, String month, String accept) {
        return admin(partner).accept(accept).get("/v1/customers/" + customer + "/resale-bills/" + month);
    }
}
