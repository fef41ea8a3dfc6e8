package dev.kontor.platform.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text is that a person reads (api.md, "texts"). */
class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb", "a\rb", "a\tb", "x\u001b[31m", "a\u0007", "\u0085", "a\u009fb", "\u202egnp.exe",
                        "a\u2066b\u2069",
                "a\u200eb", "\u200fa", "a\u061cb", "a\u2028b", "a\u2029b", "a\u206eb", "\ufdd0", "a\uffff", "a\ud800b",
                "a\udb40\udc41", "\udbff\udffe"
            })
    void whatIsNoTextIsNone(String text) {
        assertThat(Characters.areText(text, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bäckerei Müller GmbH",
                "می‌خواهم",
                "क्‍ष",
                "👩‍👩‍👧‍👦",
                "❤️",
                "Acme\u200bHolding",
                "co\u00adoperate",
                "\ue000",
                "בדיקה",
                "東京\u3000支社"
            })
    void wordsAndEmojiOfAnyScriptAre(String text) {
        assertThat(Characters.areText(text, false)).isTrue();
        assertThat(Characters.isVisible(text)).isTrue();
    }

    @Test
    void onlyTextsOfSeveralLinesHaveLineBreaks() {
        assertThat(Characters.areText("one\r\ntwo\n\tthree", true)).isTrue();
        assertThat(Characters.areText("one\u2029two", true)).isTrue();
        assertThat(Characters.areText("one\u0000two", true)).isFalse();
        assertThat(Characters.areText("one\u202etwo", true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u2003\u3000",
                "\u200b",
                "\u200b\u200d\u2060\ufeff",
                "\u3164",
                "\uffa0\u115f\u1160",
                "\u2800\u2800",
                "\u00ad",
                "\ufe0f",
                "\u180e",
                "\u034f",
                "\u2062",
                "\udb40\udd00",
                "\ud834\udd59",
                "\u0301",
                "\t\n"
            })
    void whatShowsNothingIsBlank(String text) {
        assertThat(Characters.isVisible(text)).isFalse();
    }

    @Test
    void lengthsCountCodePoints() {
        assertThat(Characters.count("𠮷".repeat(200))).isEqualTo(200);
        assertThat(Characters.count("👩‍👧")).isEqualTo(3);
    }

    @Test
    void blanksAtTheEdgesGoTheInvisibleOnesToo() {
        assertThat(Characters.trimmed("\u00a0 LEAD\u200b\u3000")).isEqualTo("LEAD");
        assertThat(Characters.trimmed("I ❤️")).isEqualTo("I ❤️");
        assertThat(Characters.trimmed("  ")).isEqualTo("  ");
        assertThat(Characters.trimmed("\u202eabc\n")).isEqualTo("\u202eabc\n");
    }
}
