package dev.kontor.customers.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerGroupTest {

    @ParameterizedTest
    @CsvSource({"NORD, nord", "Straße, STRASSE", "Mu\u0308ller, MÜLLER", "ﬁnanz, FINANZ"})
    void namesThatOnlyCaseOrCompositionTellsApartAreTheSame(String one, String other) {
        assertThat(CustomerGroup.key(one)).isEqualTo(CustomerGroup.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Muller, Müller", "Nord 1, Nord 2"})
    void accentsTellThemApart(String one, String other) {
        assertThat(CustomerGroup.key(one)).isNotEqualTo(CustomerGroup.key(other));
    }
}
