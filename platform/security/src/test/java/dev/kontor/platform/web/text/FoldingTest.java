package dev.kontor.platform.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two texts are the same (api.md, "texts"). */
class FoldingTest {

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
        "'  Zwei \u00a0 Wörter\t', zwei worter",
        "日本, 日本",
    })
    void caseAccentsAndSpacingDoNotCount(String text, String folded) {
        assertThat(Folding.of(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Işık Bilişim, isik bilisim",
        "IŞIK, ışık",
        "İstanbul, istanbul",
        "Đà Nẵng, da nang",
        "Æsir Þing, aesir thing",
        "Ħal Ŋ ŧ, hal n t",
        "œuvre, OEUVRE",
        "Ĳmuiden, ijmuiden",
        "ŉ, 'ʼn'",
    })
    void lettersWithoutADecompositionAreSpeltInAscii(String one, String other) {
        assertThat(Folding.of(one)).isEqualTo(Folding.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ΟΔΟΣΕΙΑ Α.Ε., οδοσεια α.ε.",
        "ΟΔΟΣ, οδός",
        "ΌΜΙΛΟΣ ΆΛΦΑ, όμιλος άλφα",
        "ᾳ, αι",
        "Ёлка, ЕЛКА",
        "ՀԱՅ, հայ",
        "ꭰꮃꭹ, ᎠᎳᎩ",
        "ＡＣＭＥ　Ｋ．Ｋ．, acme k.k.",
        "ｱｸﾒ, アクメ",
        "한국, '\u1112\u1161\u11ab국'",
        "مُحَمَّد, محمد",
        "أحمد, احمد",
        "محـــمد, محمد",
        "שָׁלוֹם, שלום",
    })
    void otherScriptsFoldAsUnicodeSays(String one, String other) {
        assertThat(Folding.of(one)).isEqualTo(Folding.of(other));
    }

    @ParameterizedTest
    @CsvSource({"कि, का", "ก่า, ก้า", "が, か", "한, 하"})
    void whatMakesAnotherLetterTellsApart(String one, String other) {
        assertThat(Folding.of(one)).isNotEqualTo(Folding.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "O’Brien, O'Brien",
                "O‘Brien, o'brien",
                "O´Brien, o'brien",
                "O`Brien, o'brien",
                "Oʼahu, O'ahu",
                "O＇Brien, o'brien",
                "„Zur Post“, \"zur post\"",
                "«Café», \"cafe\"",
                "“A” ”B”, \"a\" \"b\"",
                "‚x‘, 'x'",
                "צה״ל, צה\"ל",
                "ג׳, ג'",
                "a–b, a-b",
                "a—b, a-b",
                "a‐b, a-b",
                "a‑b, a-b",
                "a−b, a-b",
                "a－b, a-b",
                "a⁃b, a-b",
                "תל־אביב, תל-אביב",
                "Խ֊Ա, խ-ա",
                "a…, a...",
                "½, 1/2",
                "№ 5, no 5"
            })
    void typographicFormsOfPunctuationAreThePlainOnes(String one, String other) {
        assertThat(Folding.of(one)).isEqualTo(Folding.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "'Acme\u200b Holding'",
        "'Ac\u00adme Holding'",
        "'\ufeffAcme Holding'",
        "'Acme \u2060Holding\u200d'",
        "'Acme\u200e Holding'",
        "'Acme\u00a0\u2003Holding\u3164'"
    })
    void whatIsInvisibleDoesNotCount(String text) {
        assertThat(Folding.of(text)).isEqualTo("acme holding");
    }

    @ParameterizedTest
    @CsvSource({
        "7Q2XM–0KD4T–9WZ1R–BHC6N–V3F8A",
        "7q2xm—0kd4t—9wz1r—bhc6n—v3f8a",
        "„7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A“",
        "7Q2XM\u200b-0KD4T\u00ad-9WZ1R\u2011BHC6N\u00a0V3F8A\u2028",
        "\u202a７Ｑ２ＸＭ－0KD4T−9WZ1R BHC6N`V3F8A´",
    })
    void aCodeIsWhatIsLeftOfIt(String typed) {
        assertThat(Folding.code(typed)).isEqualTo("7Q2XM0KD4T9WZ1RBHC6NV3F8A");
    }

    @Test
    void nothingIsLeftOfWhatHasNoLetterOrSign() {
        assertThat(Folding.of("")).isEmpty();
        assertThat(Folding.of(" \u200b\u3164 ")).isEmpty();
    }

    @Property
    void whatIsFoldedIsFolded(@ForAll String text) {
        var folded = Folding.of(text);

        assertThat(Folding.of(folded)).isEqualTo(folded);
    }
}
