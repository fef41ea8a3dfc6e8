package dev.kontor.billing.statements;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.ProblemAssert;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 23 and 24: a statement taken back, its next version, and credit carried on. */
@JourneyTest
class VoidJourneyTest {

    @Inject
    Suite suite;

    @Test
    void aVoidStatementIsIssuedAgainAsTheNextVersionWithANumberOfItsOwn() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        var first = statement(partner, month);
        var id = first.jsonPath().getString("items[0].id");
        report(level(bakery, "endpoint-advanced", month.atDay(20), "15")).then().statusCode(200);

        operator()
                .post("/v1/statements/" + id + "/void")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("void"))
                .body("voidedAt", notNullValue());

        statement(partner, month)
                .then()
                .body("items.state", contains("final", "void"))
                .body("items.version", contains(2, 1))
                .body("items[0].number", not(equalTo(first.jsonPath().getString("items[0].number"))))
                .body("items[0].total.amount", equalTo("48.00"))
                .body("items[1].total.amount", equalTo("32.00"));
        admin(partner)
                .get("/v1/statements/" + id)
                .then()
                .body("state", equalTo("void"))
                .body("lines", hasSize(1));
        operator().post("/v1/statements/" + id + "/void").then().statusCode(200);
        statement(partner, month).then().body("items", hasSize(2));
        assertThat(Facts.collect("kontor.billing.v1", record -> record.key().equals("statement/" + id), 2))
                .extracting(record -> Facts.header(record, "ce_type"))
                .containsExactly("statement.finalized", "statement.voided");
        statement(partner, month.plusMonths(1)).then().body("items[0].lines.findAll { it.correctsMonth }", hasSize(0));
    }

    @Test
    void whatALaterStatementCorrectedBeforeComesBack() {
        var month = suite.freshMonth();
        var next = month.plusMonths(1);
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        var id = statement(partner, month).jsonPath().getString("items[0].id");
        report(
                        level(bakery, "endpoint-advanced", month.atDay(20), "15"),
                        level(bakery, "endpoint-advanced", next.atDay(1), "0"))
                .then()
                .body("stored", equalTo(2));
        end(next);
        close(next);
        // 15 are carried into the next month's first day only until its own report: nothing but the correction.
        statement(partner, next).then().body("items[0].total.amount", equalTo("16.00"));

        operator().post("/v1/statements/" + id + "/void").then().statusCode(200);

        statement(partner, month).then().body("items[0].total.amount", equalTo("48.00"));
        var last = next.plusMonths(1);
        statement(partner, last)
                .then()
                .body("items[0].total.amount", equalTo("-16.00"))
                .body("items[0].amountDue.amount", equalTo("0.00"))
                .body("items[0].creditCarriedForward.amount", equalTo("16.00"))
                .body("items[0].lines.find { it.correctsMonth }.correctsMonth", equalTo(month.toString()))
                .body("items[0].lines.find { it.correctsMonth }.billableQuantity", equalTo("-5"));

        end(last);
        close(last);
        report(level(bakery, "endpoint-advanced", last.plusMonths(1).atDay(1), "10"))
                .then()
                .statusCode(200);
        statement(partner, last.plusMonths(1))
                .then()
                .body("items[0].total.amount", equalTo("32.00"))
                .body("items[0].creditBroughtForward.amount", equalTo("16.00"))
                .body("items[0].amountDue.amount", equalTo("16.00"))
                .body("items[0].creditCarriedForward.amount", equalTo("0.00"));
    }

    @Test
    void onlyTheOperatorTakesBackWhatWasIssued() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var estimate = statement(partner, month).jsonPath().getString("items[0].id");

        ProblemAssert.problem(operator().post("/v1/statements/" + estimate + "/void"), 404, "not-found");
        ProblemAssert.problem(operator().post("/v1/statements/" + UUID.randomUUID() + "/void"), 404, "not-found");
        ProblemAssert.problem(admin(partner).post("/v1/statements/" + estimate + "/void"), 403, "role-required");
    }
}
