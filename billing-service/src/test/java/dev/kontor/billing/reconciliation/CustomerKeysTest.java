package dev.kontor.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.copies.Relation;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerKeysTest {

    private static final UUID PARTNER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID GONE = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID PRESENT = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private final List<Relation> reused =
            List.of(relation(GONE, "2026-08-10", "2026-10-15"), relation(PRESENT, "2026-10-20", null));

    @Test
    void anIdThatIsGivenAgainMeansWhoHadItInTheMonth() {
        assertThat(in(9).of("C-17")).containsExactly(GONE);
        assertThat(in(11).of("C-17")).containsExactly(PRESENT);
    }

    @Test
    void ofTwoThatHadItInOneMonthItMeansTheOneThatStayed() {
        assertThat(in(10).of("C-17")).containsExactly(PRESENT);
    }

    @Test
    void twoThatHaveItAtTheSameTimeAreAmbiguous() {
        var both = List.of(relation(GONE, "2026-08-10", null), relation(PRESENT, "2026-10-20", null));

        assertThat(new CustomerKeys(both, YearMonth.of(2026, 11), Set.of()).of("C-17"))
                .containsExactlyInAnyOrder(GONE, PRESENT);
    }

    @Test
    void aLineSaysWhoIsMeantToo() {
        assertThat(new CustomerKeys(reused, YearMonth.of(2026, 12), Set.of(GONE, PRESENT)).of("C-17"))
                .containsExactly(PRESENT);
        var goneBoth =
                List.of(relation(GONE, "2026-08-10", "2026-09-01"), relation(PRESENT, "2026-08-10", "2026-09-01"));
        assertThat(new CustomerKeys(goneBoth, YearMonth.of(2026, 12), Set.of(GONE)).of("C-17"))
                .containsExactly(GONE);
    }

    @Test
    void whoWasNotThereInTheMonthIsStillKnownByItsIds() {
        assertThat(in(7).of("C-17")).containsExactly(PRESENT);
        assertThat(in(7).of(GONE.toString().toUpperCase(Locale.ROOT))).containsExactly(GONE);
        assertThat(in(7).of("C-18")).isEmpty();
    }

    /** Whatever a tool makes of an id on its way, as where ids are given (domain.md rule 2). */
    @ParameterizedTest
    @CsvSource({
        "Nord-7, nord-7",
        "nord-7, NORD-7",
        "K\u00f6ln & Co, Ko\u0308ln & Co",
        "KO\u0308LN, k\u00f6ln",
        "' Nord-7 ', Nord-7",
        "Nord-7, '\u00a0Nord\u20137\u200b'",
        "Stra\u00dfe 4, STRASSE 4",
        "I\u015f\u0131k-1, isik-1"
    })
    void idsAreTheSameWhereTheyFoldToTheSame(String kept, String typed) {
        var keys = new CustomerKeys(
                List.of(new Relation(PARTNER, PRESENT, "Bakery", kept, Instant.parse("2026-08-10T00:00:00Z"), null)),
                YearMonth.of(2026, 11),
                Set.of());

        assertThat(keys.of(typed)).containsExactly(PRESENT);
        assertThat(keys.of(typed + "x")).isEmpty();
    }

    private CustomerKeys in(int month) {
        return new CustomerKeys(reused, YearMonth.of(2026, month), Set.of());
    }

    private static Relation relation(UUID customer, String since, String until) {
        return new Relation(
                PARTNER,
                customer,
                "Bakery",
                "C-17",
                Instant.parse(since + "T00:00:00Z"),
                until == null ? null : Instant.parse(until + "T00:00:00Z"));
    }
}
