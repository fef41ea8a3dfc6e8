package dev.kontor.reporting.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.statements.Statement.Amount;
import dev.kontor.reporting.statements.Statement.Line;
import dev.kontor.reporting.statements.StatementRow.BroughtForward;
import dev.kontor.reporting.statements.StatementRow.CarriedForward;
import dev.kontor.reporting.statements.StatementRow.Customer;
import dev.kontor.reporting.statements.StatementRow.CustomerTotal;
import dev.kontor.reporting.statements.StatementRow.Item;
import dev.kontor.reporting.statements.StatementRow.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementLayoutTest {

    private static final double PAGE = 300;

    @Test
    void linesStandUnderTheirCustomerWithItsSum() {
        var pages = pages(lines(1, 3));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .hasOnlyElementsOfTypes(Customer.class, Item.class, CustomerTotal.class, Total.class)
                .hasSize(6);
        assertThat(pages.get(0).get(4)).isEqualTo(new CustomerTotal("Customer 0", new BigDecimal("30.30")));
    }

    @Test
    void aSingleLineNeedsNoSum() {
        assertThat(pages(lines(1, 1)).get(0)).noneMatch(CustomerTotal.class::isInstance);
    }

    @Test
    void whatAPageCarriesForwardTheNextOneBringsForward() {
        var pages = pages(lines(20, 7));

        assertThat(pages).hasSizeGreaterThan(5);
        var soFar = BigDecimal.ZERO;
        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            if (i > 0) {
                assertThat(page.get(0)).isEqualTo(new BroughtForward(soFar));
            }
            for (var row : page) {
                soFar = row instanceof Item item
                        ? soFar.add(item.line().amount().amount())
                        : soFar;
            }
            var last = page.get(page.size() - 1);
            assertThat(last).isEqualTo(i < pages.size() - 1 ? new CarriedForward(soFar) : new Total(soFar));
        }
        assertThat(soFar).isEqualByComparingTo("1414.00");
    }

    @Test
    void noPageIsFullerThanItIsHigh() {
        for (var perCustomer = 1; perCustomer < 12; perCustomer++) {
            assertThat(pages(lines(30, perCustomer))).allSatisfy(page -> assertThat(
                            page.stream().mapToDouble(StatementRow::height).sum())
                    .isLessThanOrEqualTo(PAGE - StatementLayout.TABLE_HEAD));
        }
    }

    @Test
    void aCustomersNameNeverStandsAloneAtTheEndOfAPage() {
        for (var perCustomer = 1; perCustomer < 12; perCustomer++) {
            for (var page : pages(lines(30, perCustomer))) {
                for (var i = 0; i < page.size(); i++) {
                    if (page.get(i) instanceof Customer) {
                        assertThat(page.get(i + 1)).isInstanceOf(Item.class);
                    }
                }
            }
        }
    }

    @Test
    void aCustomerThatGoesOnIsNamedAgain() {
        assertThat(pages(lines(1, 40)).get(1)).contains(new Customer("Customer 0", true));
    }

    @Test
    void noLineAndNoTotalStandsAloneOnTheLastPage() {
        for (var customers = 4; customers < 60; customers++) {
            for (var perCustomer = 1; perCustomer < 4; perCustomer++) {
                var pages = pages(lines(customers, perCustomer));
                assertThat(pages.get(pages.size() - 1).stream().filter(Item.class::isInstance))
                        .as("%s customers with %s lines", customers, perCustomer)
                        .hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void aMonthWithoutLinesHasATotalOfZero() {
        assertThat(pages(List.of())).containsExactly(List.of(new Total(BigDecimal.ZERO)));
    }

    private static List<List<StatementRow>> pages(List<Line> lines) {
        return StatementLayout.pages(lines, PAGE, PAGE);
    }

    private static List<Line> lines(int customers, int each) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < customers; i++) {
            for (var j = 0; j < each; j++) {
                lines.add(new Line(
                        new UUID(1, i),
                        "Customer " + i,
                        "endpoint-advanced",
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        "peak",
                        null,
                        new BigDecimal("1.01"),
                        new Amount(new BigDecimal("10.10"), "EUR"),
                        List.of(),
                        null));
            }
        }
        return lines;
    }
}
