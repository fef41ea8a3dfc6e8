package dev.kontor.customers.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two groups of a partner are called the same (api.md, "texts"). */
class CustomerGroupTest {

    @ParameterizedTest
    @CsvSource({"NORD, nord", "Straße, STRASSE", "Mu\u0308ller, MULLER", "ﬁnanz, FINANZ", "Süd–West, sud-west\u200b"})
    void namesThatFoldToTheSameAreTheSame(String one, String other) {
        assertThat(called(one).nameKey()).isEqualTo(called(other).nameKey());
    }

    @ParameterizedTest
    @CsvSource({"Maier, Meier", "Nord 1, Nord 2"})
    void othersAreNot(String one, String other) {
        assertThat(called(one).nameKey()).isNotEqualTo(called(other).nameKey());
    }

    private static CustomerGroup called(String name) {
        return CustomerGroup.of(UUID.randomUUID(), new EditableGroup(name), Instant.parse("2026-11-01T08:00:00Z"));
    }
}
