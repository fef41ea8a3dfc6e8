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
    void latinTextIsOnePieceAsItIs() {
        assertThat(Setting.of(Face.REGULAR, "Bäckerei Łódź Київ"))
                .containsExactly(new Piece(Typeface.SANS, "Bäckerei Łódź Київ", false, 0));
    }

    @Test
    void eachScriptIsSetInAFontThatHasIt() {
        assertThat(Setting.of(Face.BOLD, "山田 GmbH"))
                .containsExactly(
                        new Piece(Typeface.CJK, "山田", false, 0), new Piece(Typeface.SANS_BOLD, " GmbH", false, 2));
    }

    @Test
    void arabicIsJoinedAndRunsFromTheRight() {
        assertThat(Setting.of(Face.REGULAR, "\u0645\u062D\u0645\u062F"))
                .containsExactly(new Piece(Typeface.ARABIC, "\uFEAA\uFEE4\uFEA4\uFEE3", true, 0));
    }

    @Test
    void whatStandsLeftOfATextFromTheRightIsReadAfterIt() {
        assertThat(Setting.of(Face.REGULAR, "a \u05D3\u05D5 \u05DC b"))
                .containsExactly(
                        new Piece(Typeface.SANS, "a ", false, 0),
                        new Piece(Typeface.HEBREW, "\u05DC", true, 5),
                        new Piece(Typeface.SANS, " ", true, 4),
                        new Piece(Typeface.HEBREW, "\u05D5\u05D3", true, 2),
                        new Piece(Typeface.SANS, " b", false, 6));
    }

    @Test
    void joinersStayWithWhatTheyJoin() {
        assertThat(Setting.of(Face.REGULAR, "A 👩\u200D💻क्\u200Dष।"))
                .containsExactly(
                        new Piece(Typeface.SANS, "A ", false, 0),
                        new Piece(Typeface.EMOJI, "👩\u200D💻", false, 2),
                        new Piece(Typeface.DEVANAGARI, "क्\u200Dष।", false, 7));
    }

    /** A virama and a letter make one glyph, a sign goes in front of its letter, a mark above another moves up. */
    @Test
    void shapedScriptsAreSetByTheirFontsRules() {
        var conjunct = new Piece(Typeface.DEVANAGARI, "क्ष", false, 0);
        assertThat(conjunct.width(9)).isLessThan(0.9 * conjunct.widthApart(9));

        var letter = Typeface.TAMIL.shaping().outline("க").getBounds2D();
        var split = Typeface.TAMIL.shaping().outline("கெ").getBounds2D();
        assertThat(split.getWidth()).isGreaterThan(1.5 * letter.getWidth());
        assertThat(Typeface.TAMIL.shaping().width("கெ"))
                .isGreaterThan(Typeface.TAMIL.shaping().width("க"));

        for (var thai : List.of(Typeface.THAI, Typeface.THAI_BOLD)) {
            var vowel = thai.shaping().outline("กี").getBounds2D();
            var tone = thai.shaping().outline("ก่").getBounds2D();
            var both = thai.shaping().outline("กี่").getBounds2D();
            assertThat(both.getMinY()).isLessThan(vowel.getMinY() - 100).isLessThan(tone.getMinY() - 100);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółć",
                "日本語",
                "한국어",
                "العربية",
                "עברית",
                "Ελληνικά",
                "Українська",
                "Tiếng Việt",
                "ไทย",
                "हिन्दी",
                "தமிழ்",
                "🛡"
            })
    void everyLetterHasAGlyph(String name) {
        assertThat(Face.REGULAR.shown(name)).isEqualTo(name);
        var pieces = Setting.of(Face.REGULAR, name);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.glyphs().codePoints())
                .allMatch(c -> piece.typeface().has(c)));
    }

    @Test
    void aTextIsAsWideAsItsPieces() {
        var sum = Setting.of(Face.BOLD, Samples.FOREIGN_NAME).stream()
                .mapToDouble(piece -> piece.width(9))
                .sum();
        assertThat(Face.BOLD.width(Samples.FOREIGN_NAME, 9)).isCloseTo(sum, within(0.001));
    }
}
