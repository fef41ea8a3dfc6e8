package dev.kontor.licensing.licenses;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database and the rules read dates alike, at midnight of the day too, without any job having run. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class LicenseListTest {

    private static final Instant MIDNIGHT = Instant.parse("2027-03-01T00:00:00Z");

    @Inject
    LicenseRows rows;

    @Inject
    LicenseList list;

    private UUID customer;
    private final Map<UUID, Term> terms = new LinkedHashMap<>();

    @BeforeEach
    void licencesThatEndAtEveryBoundaryOfMidnight() {
        var partner = Ids.next();
        customer = rows.customer(partner, "TERM");
        for (var days : List.of(-400, -61, -60, -59, -1, 0, 1, 29, 30, 31, 400)) {
            for (var micros : List.of(-1, 0, 1)) {
                var end = MIDNIGHT.plus(Duration.ofDays(days)).plusNanos(micros * 1_000L);
                for (var type : List.of(LicenseType.TERM, LicenseType.TRIAL)) {
                    for (var revoked : List.of(true, false)) {
                        var term = new Term(type, end, revoked);
                        terms.put(rows.license(partner, customer, term, end.minus(Duration.ofDays(365))), term);
                    }
                }
            }
        }
        var endless = new Term(LicenseType.MONTHLY, null, false);
        terms.put(rows.license(partner, customer, endless, MIDNIGHT), endless);
    }

    @ParameterizedTest
    @EnumSource
    void rule16AStatusFilterFindsExactlyTheLicencesOfThatStatus(LicenseStatus status) {
        var search =
                new LicenseSearch(customer, null, status, null, null, null, false, true, null, LicenseOrder.END_DATE);

        assertThat(ids(search)).containsExactlyInAnyOrderElementsOf(expected(status));
    }

    @Test
    void rule1ActiveOnlyMeansProtectingNow() {
        var protecting = Stream.of(LicenseStatus.values())
                .filter(LicenseStatus::protects)
                .flatMap(status -> expected(status).stream())
                .toList();

        assertThat(ids(LicenseSearch.ofCustomer(customer, true, null))).containsExactlyInAnyOrderElementsOf(protecting);
    }

    @ParameterizedTest
    @EnumSource
    void pagesInEveryOrderGiveEveryLicenceOnce(LicenseOrder order) {
        var search = new LicenseSearch(customer, null, null, null, null, null, false, true, null, order);
        var seen = new ArrayList<LicenseRow>();
        String cursor = null;
        do {
            var request = PageRequest.of(7, cursor, search).counting(true);
            var page = RowScope.worker().call(() -> list.page(search, request, MIDNIGHT));
            assertThat(page.total()).isEqualTo(terms.size());
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen.stream().collect(toMap(LicenseRow::id, LicenseRow::endsAt)))
                .hasSize(terms.size());
        var values = seen.stream().map(order::lastValue).map(Instant::parse).toList();
        var ascending = order == LicenseOrder.END_DATE || order == LicenseOrder.START_DATE;
        assertThat(values)
                .isSortedAccordingTo(
                        ascending
                                ? java.util.Comparator.<Instant>naturalOrder()
                                : java.util.Comparator.<Instant>reverseOrder());
    }

    @Test
    void expiresBeforeIsBefore() {
        var search = new LicenseSearch(
                customer,
                null,
                LicenseStatus.EXPIRING,
                null,
                null,
                MIDNIGHT.plus(Duration.ofDays(29)),
                false,
                true,
                null,
                LicenseOrder.END_DATE);

        assertThat(ids(search))
                .containsExactlyInAnyOrderElementsOf(expected(LicenseStatus.EXPIRING).stream()
                        .filter(id -> terms.get(id).endAt().isBefore(MIDNIGHT.plus(Duration.ofDays(29))))
                        .toList());
    }

    private List<UUID> expected(LicenseStatus status) {
        return terms.entrySet().stream()
                .filter(license -> license.getValue().statusAt(MIDNIGHT) == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<UUID> ids(LicenseSearch search) {
        var request = PageRequest.of(PageRequest.MAX_LIMIT, null, search);
        return RowScope.worker().call(() -> list.page(search, request, MIDNIGHT)).items().stream()
                .map(LicenseRow::id)
                .toList();
    }
}
