package dev.kontor.reporting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kontor.reporting.Samples;
import org.junit.jupiter.api.Test;

/** The head of every page (domain.md rule 28). */
class LetterheadTest {

    private final Logo wide = Logo.of(Samples.logo(600, 100));
    private final Logo square = Logo.of(Samples.logo(300, 300));

    @Test
    void logosKeepTheirAspectWithinTheirRoom() {
        assertThat(wide.width(150, 38) / wide.height(150, 38)).isCloseTo(6, within(0.001));
        assertThat(wide.width(150, 38)).isEqualTo(150);
        assertThat(square.height(150, 38)).isEqualTo(38);
    }

    @Test
    void aLongNameAndALongTitleGetTheLinesTheyNeed() {
        var usual = new Letterhead(null, "P", null, "Title", "Name", "Note").firstTop();

        assertThat(new Letterhead(null, "P", null, "Title", "Mustermann und Söhne ".repeat(9), "Note").firstTop())
                .isGreaterThan(usual + 10);
        assertThat(new Letterhead(null, "P", null, "Overview of it all ".repeat(6), "Name", "Note").firstTop())
                .isGreaterThan(usual + 16);
    }

    @Test
    void missingLogosLeaveNoHole() {
        var without = new Letterhead(null, "P", null, "Title", "Name", "Note").firstTop();

        assertThat(new Letterhead(wide, "P", null, "Title", "Name", "Note").firstTop())
                .isGreaterThan(without);
        assertThat(new Letterhead(null, "P", square, "Title", "Name", "Note").firstTop())
                .isGreaterThan(without + 38);
    }
}
