package dev.kontor.billing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.copies.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final UUID PARTNER = UUID.randomUUID();
    private static final List<Relation> SINCE_EVER = List.of(with(PARTNER, "2026-01-01T00:00:00Z", null));

    @Test
    void usageIsTakenUpToADayAhead() {
        assertThat(place(NOW.plus(Duration.ofHours(24)))).isInstanceOf(Placement.Stored.class);
        assertThat(place(NOW.plus(Duration.ofHours(24)).plusNanos(1_000)))
                .isEqualTo(new Placement.Refused("observed-in-future"));
    }

    @Test
    void theOpenMonthAndTheTwoBeforeTakeUsage() {
        assertThat(place(Instant.parse("2026-10-01T00:00:00Z"))).isInstanceOf(Placement.Stored.class);
        assertThat(place(Instant.parse("2026-09-30T23:59:59Z"))).isEqualTo(new Placement.Quarantined("too-old"));
    }

    @Test
    void whatIsNotKnownYetIsKeptAside() {
        assertThat(Placement.of(NOW, List.of(), true, NOW)).isEqualTo(new Placement.Quarantined("unknown-customer"));
        assertThat(Placement.of(NOW, SINCE_EVER, false, NOW)).isEqualTo(new Placement.Quarantined("unknown-product"));
    }

    /** Rule 20: usage dated after a customer left, or before it came, is quarantined with a reason. */
    @Test
    void whatIsDatedBeforeACustomerCameOrAfterItLeftIsKeptAside() {
        var there = List.of(with(PARTNER, "2026-11-05T09:30:00Z", "2026-12-01T12:00:00Z"));

        assertThat(place("2026-11-04T23:59:59Z", there)).isEqualTo(new Placement.Quarantined("before-customer-came"));
        assertThat(place("2026-11-05T09:30:00Z", there)).isEqualTo(new Placement.Stored(PARTNER));
        assertThat(place("2026-12-01T11:59:59Z", there)).isEqualTo(new Placement.Stored(PARTNER));
        assertThat(place("2026-12-01T12:00:00Z", there)).isEqualTo(new Placement.Quarantined("after-customer-left"));
    }

    /** Licences start with the minute and senders round: the day on which a customer came is its own. */
    @Test
    void theDayOnWhichACustomerCameCountsAsAWhole() {
        assertThat(place("2026-11-05T00:00:00Z", List.of(with(PARTNER, "2026-11-05T09:30:00Z", null))))
                .isEqualTo(new Placement.Stored(PARTNER));
    }

    @Test
    void usageBelongsToThePartnerAtTheTimeObservedAndBetweenTwoToNobody() {
        var next = UUID.randomUUID();
        var both = List.of(
                with(PARTNER, "2026-10-05T00:00:00Z", "2026-11-01T12:00:00Z"),
                with(next, "2026-11-10T12:00:00Z", null));

        assertThat(place("2026-11-01T11:00:00Z", both)).isEqualTo(new Placement.Stored(PARTNER));
        assertThat(place("2026-11-10T11:00:00Z", both)).isEqualTo(new Placement.Quarantined("after-customer-left"));
        assertThat(place("2026-11-10T12:00:00Z", both)).isEqualTo(new Placement.Stored(next));
    }

    private static Relation with(UUID partner, String since, String until) {
        return new Relation(
                partner,
                UUID.randomUUID(),
                "Bäckerei Sommer",
                null,
                Instant.parse(since),
                until == null ? null : Instant.parse(until));
    }

    private static Placement place(String observedAt, List<Relation> relations) {
        return Placement.of(Instant.parse(observedAt), relations, true, NOW);
    }

    private static Placement place(Instant observedAt) {
        return Placement.of(observedAt, SINCE_EVER, true, NOW);
    }
}
