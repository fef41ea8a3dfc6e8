package dev.kontor.licensing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any dates. */
class TermPropertiesTest {

    private static final long YEAR = 365L * 24 * 60 * 60;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void aStatusHoldsUntilTheNextChangeAndDiffersFromThenOn(
            @ForAll("terms") Term term, @ForAll("instants") Instant now) {
        var status = term.statusAt(now);

        var next = term.nextChangeAfter(now);

        if (next.isPresent()) {
            assertThat(next.get()).isAfter(now);
            assertThat(term.statusAt(next.get().minusNanos(1))).isEqualTo(status);
            assertThat(term.statusAt(next.get())).isNotEqualTo(status);
        } else {
            assertThat(term.statusAt(now.plusSeconds(10 * YEAR))).isEqualTo(status);
        }
    }

    @Property
    void timeAloneNeverBringsAStatusBack(@ForAll("terms") Term term, @ForAll("instants") Instant now) {
        var seen = new ArrayList<LicenseStatus>();
        seen.add(term.statusAt(now));
        for (var at = term.nextChangeAfter(now); at.isPresent(); at = term.nextChangeAfter(at.get())) {
            seen.add(term.statusAt(at.get()));
        }

        assertThat(seen).doesNotHaveDuplicates().isSorted().hasSizeLessThanOrEqualTo(4);
    }

    @Provide
    Arbitrary<Term> terms() {
        return Combinators.combine(
                        Arbitraries.of(LicenseType.class), instants().injectNull(0.2), Arbitraries.of(true, false))
                .as((type, end, revoked) -> new Term(type, end, revoked && end != null));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 3 * YEAR).map(START::plusSeconds);
    }
}
