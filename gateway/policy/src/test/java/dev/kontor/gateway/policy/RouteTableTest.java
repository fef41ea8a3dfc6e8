package dev.kontor.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.CommonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTableTest {

    private static final Policy POLICY = PolicyFile.load();

    record Row(String method, String path, String letters, boolean customerPlane) {
        boolean anonymous() {
            return letters.equals("!");
        }

        boolean admits(char letter) {
            return letters.equals("*") || letters.equals("!") || letters.indexOf(letter) >= 0;
        }
    }

    @Test
    void onlyCallsOfThousandsOfRowsMayBeLongerThanAMebibyte() {
        assertThat(POLICY.routes().stream().filter(route -> route.bodyLimit() != 1024 * 1024))
                .extracting(Route::name)
                .containsExactlyInAnyOrder(
                        "POST /v1/usage-records",
                        "POST /v1/device-observations",
                        "PUT /v1/price-books/{priceBookId}",
                        "PUT /v1/resale-price-books/{priceBookId}",
                        "POST /v1/rating-previews",
                        "POST /v1/reconciliations",
                        "PUT /v1/customers/{customerId}/security-data/{source}");
    }

    /** Domain.md, rule 40: it reads who it is and what it owes, and nothing else. */
    @Test
    void aSuspendedPartnerReadsItselfItsStatementsAndItsInvoices() {
        var wanted = POLICY.routes().stream()
                .map(Route::name)
                .filter(
                        name -> name.matches(
                                "GET (/v1/(whoami|partner|(statements|invoices)(/.*)?)|/whoami/v1|/partner/v1/billing/usage/.*)"))
                .toList();
        assertThat(POLICY.routes().stream().filter(Route::openWhileSuspended))
                .extracting(Route::name)
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    static List<Row> table() throws IOException {
        try (var in = RouteTableTest.class.getResourceAsStream("/route-table.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells.length > 3))
                    .toList();
        }
    }

    static Stream<Row> rows() throws IOException {
        return table().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void admitsExactlyWhomTheTableNames(Row row) {
        var route = route(row);
        var admitted = People.BY_LETTER.entrySet().stream()
                .filter(entry -> POLICY.refuse(route, entry.getValue(), POLICY.grant(entry.getValue(), People.PROGRAMS))
                        .isEmpty())
                .map(entry -> entry.getKey())
                .collect(Collectors.toCollection(TreeSet::new));

        var wanted =
                People.BY_LETTER.keySet().stream().filter(row::admits).collect(Collectors.toCollection(TreeSet::new));
        assertThat(admitted).isEqualTo(wanted);
        assertThat(route.customerPlane()).isEqualTo(row.customerPlane());
        assertThat(route.audience() == Route.Audience.ANONYMOUS).isEqualTo(row.anonymous());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesWhomARoleDoesNotLetInByThatName(Row row) {
        var route = route(row);
        People.BY_LETTER.forEach((letter, principal) -> {
            if (!row.admits(letter)) {
                assertThat(POLICY.refuse(route, principal, POLICY.grant(principal, People.PROGRAMS)))
                        .get()
                        .extracting(Refusal::reason)
                        .isEqualTo(CommonProblem.ROLE_REQUIRED);
            }
        });
    }

    @Test
    void hasNoRouteBesideTheTable() throws IOException {
        var written =
                table().stream().map(row -> row.method() + " " + row.path()).collect(Collectors.toSet());
        Set<String> known = POLICY.routes().stream().map(Route::name).collect(Collectors.toSet());
        assertThat(known).isEqualTo(written);
    }

    private static Route route(Row row) {
        var path = row.path().replaceAll("\\{[a-zA-Z]+}", "x1");
        assertThat(POLICY.match(row.method(), path)).isInstanceOf(RouteMatch.Found.class);
        var route = ((RouteMatch.Found) POLICY.match(row.method(), path)).route();
        assertThat(route.name()).isEqualTo(row.method() + " " + row.path());
        return route;
    }
}
