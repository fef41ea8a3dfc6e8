package dev.kontor.billing.partnerapi;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.as;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.testkit.Passports;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month's bill as the scripts of the vendor's own API read it (domain.md rule 44). */
@JourneyTest
class UsageJourneyTest {

    private static final Set<String> MEMBERS = Set.of(
            "partnerAccountId",
            "partnerAccountName",
            "billingStartDate",
            "billingEndDate",
            "orderNumber",
            "orderLineItemNumber",
            "productCode",
            "sku",
            "productDescription",
            "productGroup",
            "actualQuantity",
            "billableQuantity",
            "orderedQuantity",
            "unitPrice",
            "currency",
            "accountId",
            "assignedAccountIdentifier",
            "externalId");

    @Inject
    Suite suite;

    private UUID partner;
    private YearMonth month;

    @BeforeEach
    void situation() {
        month = suite.freshMonth();
        partner = suite.partner();
    }

    private String path(String query) {
        return "/partner/v1/billing/usage/%d/%d%s".formatted(month.getYear(), month.getMonthValue(), query);
    }

    private JsonPath read(String query) {
        return admin(partner).get(path(query)).then().statusCode(200).extract().jsonPath();
    }

    private Customer customer(String quantity) {
        var customer = suite.monthly(partner, "endpoint-advanced");
        report(level(customer, "endpoint-advanced", month.atDay(2), quantity))
                .then()
                .statusCode(200);
        return customer;
    }

    private void closeMonth() {
        end(month);
        close(month);
    }

    @Test
    void aRowHasTheVendorsMembersAsNumbersAndNoOther() {
        var bakery = customer("10");
        closeMonth();

        var usage = read("");
        assertThat(usage.getMap("$").keySet()).isEqualTo(Set.of("items", "pages"));
        assertThat(usage.getMap("pages")).isEqualTo(Map.of("size", 50, "maxSize", 1000));
        assertThat(usage.getMap("items[0]").keySet()).isEqualTo(MEMBERS);
        var number = statement(partner, month).jsonPath().getString("items[0].number");
        admin(partner)
                .get(path(""))
                .then()
                .body("items", hasSize(1))
                .body("items[0].partnerAccountId", equalTo(partner.toString()))
                .body("items[0].partnerAccountName", equalTo("Nordwind IT"))
                .body("items[0].billingStartDate", equalTo(month.atDay(1).toString()))
                .body("items[0].billingEndDate", equalTo(month.atEndOfMonth().toString()))
                .body("items[0].orderNumber", equalTo(number))
                .body("items[0].orderLineItemNumber", equalTo(0))
                .body("items[0].productCode", equalTo("endpoint-advanced"))
                .body("items[0].sku", equalTo("endpoint-advanced"))
                .body("items[0].productGroup", equalTo("User"))
                .body("items[0].actualQuantity", equalTo(10))
                .body("items[0].billableQuantity", equalTo(10))
                // Clients keep it where nothing may be missing.
                .body("items[0].orderedQuantity", equalTo(0))
                .body("items[0].unitPrice", equalTo(3.2f))
                .body("items[0].currency", equalTo("EUR"))
                .body("items[0].accountId", equalTo(bakery.id().toString()))
                .body("items[0].assignedAccountIdentifier", equalTo("Bäckerei Sommer"))
                .body("items[0].externalId", equalTo("C-17"));
        assertThat(usage.getString("items[0].productDescription")).startsWith("endpoint advanced (");
    }

    @Test
    void thereIsNothingBeforeAStatementIsFinalAndNothingOfOneThatIsVoid() {
        customer("10");
        problem(admin(partner).get(path("")), 404, "no-usage-data");
        closeMonth();
        read("");

        var id = statement(partner, month).jsonPath().getString("items[0].id");
        report(level(suite.monthly(partner, "server-advanced"), "server-advanced", month.atDay(20), "5"))
                .then()
                .statusCode(200);
        operator().post("/v1/statements/" + id + "/void").then().statusCode(200);

        // Issued again at once, as the next version.
        var second = statement(partner, month).jsonPath().getString("items[0].number");
        assertThat(read("").getList("items.orderNumber", String.class)).containsOnly(second);
        problem(admin(partner).get("/partner/v1/billing/usage/1999/1"), 404, "no-usage-data");
        problem(admin(partner).get("/partner/v1/billing/usage/2999/12"), 404, "no-usage-data");
    }

    @Test
    void aFinalStatementWithoutLinesIsAnEmptyPage() {
        closeMonth();

        admin(partner)
                .get(path("?pageTotal=True"))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("pages.total", equalTo(1))
                .body("pages.items", equalTo(0));
    }

    @Test
    void theMonthIsReadWithAndWithoutALeadingZero() {
        customer("10");
        closeMonth();

        var spelled = "/partner/v1/billing/usage/%d/%02d".formatted(month.getYear(), month.getMonthValue());
        admin(partner).get(spelled).then().statusCode(200).body("items", hasSize(1));
        for (var wrong : List.of("2026/13", "2026/0", "2026/x", "26/11")) {
            problem(admin(partner).get("/partner/v1/billing/usage/" + wrong), 400, "validation-failed");
        }
    }

    @Test
    void keysPageThroughEveryRowOnceAndTheSumIsTheStatements() {
        for (int i = 1; i <= 7; i++) {
            customer(String.valueOf(10 * i));
        }
        closeMonth();

        var rows = new ArrayList<Map<String, Object>>();
        String key = null;
        int pages = 0;
        do {
            // A client sends page with every list, whatever its kind.
            var page = read("?pageSize=3&page=1" + (key == null ? "" : "&pageFromKey=" + key));
            assertThat(page.getString("pages.fromKey")).isEqualTo(key);
            rows.addAll(page.getList("items"));
            key = page.getString("pages.nextKey");
            pages++;
        } while (key != null);

        assertThat(pages).isEqualTo(3);
        assertThat(rows.stream().map(row -> row.get("orderLineItemNumber")).distinct())
                .hasSize(7);
        var sum = rows.stream()
                .map(row -> decimal(row.get("billableQuantity")).multiply(decimal(row.get("unitPrice"))))
                .map(amount -> amount.setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(statement(partner, month).jsonPath().getString("items[0].total.amount"));
        var counted = read("?pageSize=3&pageTotal=true");
        assertThat(counted.getMap("pages"))
                .containsEntry("total", 3)
                .containsEntry("items", 7)
                .containsKey("nextKey");
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    @Test
    void correctionsComeBeforeTheMonthsOwnRowOfTheSameAccount() {
        var bakery = customer("10");
        closeMonth();
        report(
                        level(bakery, "endpoint-advanced", month.atDay(20), "15"),
                        level(bakery, "endpoint-advanced", month.plusMonths(1).atDay(1), "12"))
                .then()
                .statusCode(200);
        var first = month;
        month = month.plusMonths(1);
        closeMonth();

        var one = read("?pageSize=1");
        assertThat(one.getString("items[0].productDescription")).endsWith(", correction");
        assertThat(one.getString("items[0].billingStartDate"))
                .isEqualTo(first.atDay(1).toString());
        assertThat(one.getInt("items[0].billableQuantity")).isEqualTo(5);
        var two = read("?pageSize=1&pageFromKey=" + one.getString("pages.nextKey"));
        assertThat(two.getString("items[0].productDescription")).doesNotContain("correction");
        assertThat(two.getString("items[0].billingStartDate"))
                .isEqualTo(month.atDay(1).toString());
        assertThat(two.getMap("pages")).doesNotContainKey("nextKey");
    }

    @Test
    void accountIdFiltersAndAFilterThatIsNotOfferedIsRefused() {
        var bakery = customer("10");
        customer("20");
        closeMonth();

        admin(partner)
                .get(path("?pageTotal=true&accountId=" + bakery.id()))
                .then()
                .body("items.accountId", contains(bakery.id().toString()))
                .body("pages.items", equalTo(1));
        problem(admin(partner).get(path("?contactEmail=a@example.com")), 400, "validation-failed");
        problem(admin(partner).get(path("?accountId=none")), 400, "validation-failed");
        problem(admin(partner).get(path("?pageSize=1001")), 400, "validation-failed");
        assertThat(read("?fields=productCode,sku").getMap("items[0]").keySet())
                .isEqualTo(Set.of("productCode", "sku", "accountId"));
    }

    @Test
    void aKeyOfAnotherStatementIsRefusedAndABlankOneIsNone() {
        customer("10");
        customer("20");
        closeMonth();

        read("?pageFromKey=");
        for (var wrong : List.of("KTR-1999-000001.1.0", "none", "1")) {
            problem(admin(partner).get(path("?pageFromKey=" + wrong)), 400, "invalid-cursor")
                    .body("errors[0].parameter", equalTo("pageFromKey"));
        }
    }

    @Test
    void itIsForWhoeverSeesAllCustomersOfThePartner() {
        customer("10");
        closeMonth();

        var some = Passports.partner(partner, "rosa", "partner-read-only", Set.of("billing:read"))
                .bearer();
        problem(as(some).get(path("")), 403, "all-customers-required");
        var other = suite.partner();
        problem(admin(other).get(path("")), 404, "no-usage-data");
        problem(operator().get(path("")), 403, "role-required");
    }
}
