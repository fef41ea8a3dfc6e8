package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names as they are searched (domain.md rule 2). */
class SearchTextTest {

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
