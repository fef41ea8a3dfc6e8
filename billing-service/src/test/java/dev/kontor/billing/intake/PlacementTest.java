package dev.kontor.billing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");
    private static final Optional<UUID> PARTNER = Optional.of(UUID.randomUUID());

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
        assertThat(Placement.of(NOW, Optional.empty(), true, NOW))
                .isEqualTo(new Placement.Quarantined("unknown-customer"));
        assertThat(Placement.of(NOW, PARTNER, false, NOW)).isEqualTo(new Placement.Quarantined("unknown-product"));
    }

    private static Placement place(Instant observedAt) {
        return Placement.of(observedAt, PARTNER, true, NOW);
    }
}
