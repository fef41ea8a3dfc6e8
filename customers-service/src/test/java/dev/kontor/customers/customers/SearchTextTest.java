package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as they are searched (domain.md rule 2). */
class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "MÜLLER, muller",
        "Mu\u0308ller, muller",
        "Groß & Söhne, gross & sohne",
        "GROẞ, gross",
        "Café Ångström, cafe angstrom",
        "Łódź Sp., lodz sp.",
        "Brødrene, brodrene",
        "ﬁnanz, finanz",
        "'  Zwei   Wörter\t', zwei worter",
        "日本, 日本",
    })
    void caseAccentsAndSpacingDoNotCount(String name, String searched) {
        assertThat(SearchText.of(name)).isEqualTo(searched);
    }

    @Test
    void whatStandsForAnythingInLikeIsTakenLiterally() {
        assertThat(SearchText.anywhere("100%_a\\b")).isEqualTo("%100\\%\\_a\\\\b%");
    }

    @Test
    void anyPartOfANameIsLookedFor() {
        assertThat(SearchText.anywhere("MÜLL")).isEqualTo("%mull%");
    }

    @Test
    void whatListsAreOrderedByIsBoundedHoweverLongANameFoldsOut() {
        assertThat(SearchText.sortable("\ufdfa".repeat(200))).hasSize(300);
        assertThat(SearchText.sortable("Müller")).isEqualTo("muller");
    }
}
