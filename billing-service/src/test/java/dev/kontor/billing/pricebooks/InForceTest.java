package dev.kontor.billing.pricebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InForceTest {

    private static final UUID PARTNER = UUID.randomUUID();
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final InForce.Version standard = book("default", 1, "default", null, null, "2020-01-01");
    private final InForce.Version german = book("de", 1, "region", "DE", null, "2026-01-01");
    private final InForce.Version own = book("own", 1, "partner", null, PARTNER, "2026-12-01");

    @Test
    void thePartnersOwnCountsBeforeItsRegionsBeforeTheDefault() {
        assertThat(inForce(standard, german, own)).contains(own);
        assertThat(inForce(standard, german)).contains(german);
        assertThat(inForce(standard)).contains(standard);
    }

    @Test
    void anotherPartnersOrRegionsDoesNotCount() {
        assertThat(inForce(
                        standard,
                        book("x", 1, "partner", null, UUID.randomUUID(), "2026-01-01"),
                        book("y", 1, "region", "AT", null, "2026-01-01")))
                .contains(standard);
    }

    @Test
    void aPriceThatHoldsFromTheMiddleOfTheMonthBillsFromTheNextOne() {
        var raised = book("default", 2, "default", null, null, "2026-12-15");

        assertThat(inForce(standard, raised)).contains(standard);
    }

    @Test
    void aPartnersFirstPricesHoldForTheMonthTheyBeginIn() {
        var midMonth = book("own", 1, "partner", null, PARTNER, "2026-12-15");

        assertThat(inForce(standard, midMonth)).contains(midMonth);
    }

    @Test
    void whatWasWrittenLastReplacesTheEarlierFromItsOwnDateOn() {
        var mistake = book("default", 2, "default", null, null, "2026-12-01");
        var repaired = book("default", 3, "default", null, null, "2026-11-01");

        assertThat(inForce(standard, mistake, repaired)).contains(repaired);
    }

    @Test
    void pricesOfTheFutureDoNotCount() {
        assertThat(inForce(book("default", 1, "default", null, null, "2027-01-01")))
                .isEmpty();
    }

    private static Optional<InForce.Version> inForce(InForce.Version... versions) {
        return InForce.of(List.of(versions), PARTNER, "DE", DECEMBER);
    }

    private static InForce.Version book(
            String id, int version, String scope, String region, UUID partnerId, String effectiveFrom) {
        return new InForce.Version(
                id, version, scope, region, partnerId, LocalDate.parse(effectiveFrom), Instant.EPOCH);
    }
}
