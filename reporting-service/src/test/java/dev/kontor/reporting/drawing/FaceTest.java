package dev.kontor.reporting.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceTest {

    @Test
    void textThatFitsStaysAsItIs() {
        assertThat(Face.REGULAR.fit("Bäckerei Müller", 8, 200)).isEqualTo("Bäckerei Müller");
    }

    @Test
    void textThatDoesNotFitEndsInAnEllipsisWithinTheWidth() {
        var fitted = Face.BOLD.fit(Samples.LONG_NAME, 9, 100);

        assertThat(fitted).endsWith("…").startsWith("Gebrüder");
        assertThat(Face.BOLD.width(fitted, 9)).isLessThanOrEqualTo(100);
        assertThat(Face.BOLD.width(Samples.LONG_NAME.substring(0, fitted.length()) + "…", 9))
                .isGreaterThan(100);
    }

    @Test
    void evenNoRoomAtAllIsSurvived() {
        assertThat(Face.REGULAR.fit("Müller", 8, 0)).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short",
                "Gebrüder Müller Bäckerei und Konditorei Gesellschaft mit beschränkter Haftung und Compagnie Kommanditgesellschaft",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "株式会社東京都港区六本木サイバーセキュリティ研究所第一支社",
                "साइबरसुरक्षाप्रौद्योगिकीसंस्थानविश्वविद्यालयकार्यक्रमसंचालनकेन्द्र",
                "👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻"
            })
    void aTextInLinesIsWholeAndEachLineFits(String text) {
        var lines = Face.BOLD.lines(text, 9, 120);

        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(lines).allMatch(line -> Face.BOLD.width(line, 9) <= 120);
        assertThat(lines).noneMatch(line -> line.contains("…"));
    }

    @Test
    void linesBreakAtBlanksAndNoTextHasNone() {
        assertThat(Face.REGULAR.lines("Bäckerei Müller", 8, 50)).containsExactly("Bäckerei", "Müller");
        assertThat(Face.REGULAR.lines(" ", 8, 50)).isEmpty();
        assertThat(Face.REGULAR.lines("Müller", 8, 0)).hasSize(6);
    }

    @Test
    void latinGreekAndCyrillicAreShown() {
        assertThat(Face.REGULAR.shown("ÄÖÜäöüß Łódź Ελλάδα Київ €")).isEqualTo("ÄÖÜäöüß Łódź Ελλάδα Київ €");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "საქართველო",
                "Հայաստան",
                "ኢትዮጵያ",
                "บริษัท ไซเบอร์ จำกัด",
                "साइबर सुरक्षा",
                "பாதுகாப்பு",
                "日本",
                "العربية",
                "עברית",
                "🛡🇩🇪👩🏽‍💻"
            })
    void soIsEveryScriptThereIsAFontFor(String name) {
        assertThat(Face.REGULAR.shown(name)).isEqualTo(name);
        assertThat(Face.BOLD.shown(name)).isEqualTo(name);
        assertThat(Face.REGULAR.width(name, 10)).isGreaterThan(10);
    }

    @Test
    void whetherANameCanBeSetIsKnown() {
        assertThat(Face.sets("Bäckerei საქართველო \u200b")).isTrue();
        assertThat(Face.sets("साइबर 😀")).isTrue();
        assertThat(Face.sets("সাইবার")).isFalse();
        assertThat(Face.sets("Kern 𝄞")).isFalse();
    }

    @Test
    void whatTheFontLacksIsSubstitutedAndWhatIsInvisibleLeftOut() {
        assertThat(Face.REGULAR.shown("a日bসc𝄞d")).isEqualTo("a日b\uFFFDc\uFFFDd");
        assertThat(Face.REGULAR.shown("a\u0000b\u200Bc\u202Ed")).isEqualTo("abcd");
        assertThat(Face.REGULAR.shown("a\tb\nc")).isEqualTo("a b c");
        assertThat(Face.REGULAR.shown("\uD800")).isEqualTo("\uFFFD");
    }

    /** What is one letter to its readers is never torn apart: a syllable with its signs, a picture made of several. */
    @ParameterizedTest
    @ValueSource(strings = {"क्षि", "कौ", "கொ", "நு", "ก็", "👩🏽‍💻", "🇩🇪"})
    void whatIsOneLetterStaysTogether(String letter) {
        assertThat(Face.REGULAR.lines(letter.repeat(3), 9, 1)).containsExactly(letter, letter, letter);
        for (var width = 0; width < 60; width++) {
            var fitted = Face.REGULAR.fit(letter.repeat(3), 9, width);
            assertThat(fitted.replace(letter, "").replace("…", "")).isEmpty();
        }
    }

    @Test
    void joinersStayWhereTheyJoin() {
        assertThat(Face.REGULAR.shown("क्\u200Dष")).isEqualTo("क्\u200Dष");
        assertThat(Face.REGULAR.shown("👩\uFE0F\u200D💻")).isEqualTo("👩\u200D💻");
        assertThat(Face.REGULAR.width("👩\u200D💻", 9)).isLessThan(1.1 * Face.REGULAR.width("👩", 9));
    }

    @Test
    void lettersAndTheirMarksArePutTogether() {
        assertThat(Face.REGULAR.shown("u\u0308")).isEqualTo("ü");
    }
}
