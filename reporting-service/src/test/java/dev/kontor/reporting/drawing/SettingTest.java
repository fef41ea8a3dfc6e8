package dev.kontor.reporting.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kontor.reporting.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in any script are shown, or cleanly substituted. */
class SettingTest {

    @Test
    void latin_text_is_one_piece_as_it_is() {
        assertThat(Setting.of(Face.REGULAR, "Bäckerei Łódź Київ"))
                .containsExactly(new Piece(Typeface.SANS, "Bäckerei Łódź Київ", false, 0));
    }

    @Test
    void each_script_is_set_in_a_font_that_has_it() {
        assertThat(Setting.of(Face.BOLD, "山田 GmbH"))
                .containsExactly(
                        new Piece(Typeface.CJK, "山田", false, 0), new Piece(Typeface.SANS_BOLD, " GmbH", false, 2));
    }

    @Test
    void arabic_is_joined_and_runs_from_the_right() {
        assertThat(Setting.of(Face.REGULAR, "\u0645\u062D\u0645\u062F"))
                .containsExactly(new Piece(Typeface.ARABIC, "\uFEAA\uFEE4\uFEA4\uFEE3", true, 0));
    }

    @Test
    void what_stands_left_of_a_text_from_the_right_is_read_after_it() {
        assertThat(Setting.of(Face.REGULAR, "a \u05D3\u05D5 \u05DC b"))
                .containsExactly(
                        new Piece(Typeface.SANS, "a ", false, 0),
                        new Piece(Typeface.HEBREW, "\u05DC", true, 5),
                        new Piece(Typeface.SANS, " ", true, 4),
                        new Piece(Typeface.HEBREW, "\u05D5\u05D3", true, 2),
                        new Piece(Typeface.SANS, " b", false, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Żółć", "日本語", "한국어", "العربية", "עברית", "Ελληνικά", "Українська", "Tiếng Việt"})
    void every_letter_has_a_glyph(String name) {
        assertThat(Face.REGULAR.shown(name)).isEqualTo(name);
        List<Piece> pieces = Setting.of(Face.REGULAR, name);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.glyphs().chars())
                .allMatch(c -> piece.typeface().has(c)));
    }

    @Test
    void a_text_is_as_wide_as_its_pieces() {
        double sum = Setting.of(Face.BOLD, Samples.FOREIGN_NAME).stream()
                .mapToDouble(piece -> piece.width(9))
                .sum();
        assertThat(Face.BOLD.width(Samples.FOREIGN_NAME, 9)).isCloseTo(sum, within(0.001));
    }
}
