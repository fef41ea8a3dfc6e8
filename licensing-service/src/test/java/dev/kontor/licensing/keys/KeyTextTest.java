package dev.kontor.licensing.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void aKeyIsFiveGroupsOfFiveAndReadsBackAsItself() {
        var key = KeyText.random(new SecureRandom());

        assertThat(key.grouped()).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(KeyText.read(key.grouped()).orElseThrow().hash()).isEqualTo(key.hash());
    }

    @Test
    void caseSpacesHyphensAndLettersThatLookLikeDigitsDoNotCount() {
        var key = KeyText.random(new SecureRandom());
        var typed = " "
                + key.grouped()
                        .toLowerCase(Locale.ROOT)
                        .replace("-", "  ")
                        .replace('0', 'o')
                        .replace('1', 'l');

        assertThat(KeyText.read(typed).orElseThrow().hash()).isEqualTo(key.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"–", "—", "\u2011", "−", "\u00a0", "\u200b", "\u00ad", "－", "\u2028", " - ", "\u202f"})
    void neitherDoesWhatPastingPutsInBetween(String dash) {
        var key = KeyText.random(new SecureRandom());
        var pasted = "„" + key.grouped().replace("-", dash) + "“";

        assertThat(KeyText.read(pasted).orElseThrow().hash()).isEqualTo(key.hash());
    }

    @Property(tries = 500)
    void oneWrongCharacterIsNoticed(
            @ForAll @IntRange(max = 24) int place, @ForAll @IntRange(min = 1, max = 31) int by) {
        var key = new StringBuilder(KeyText.random(new SecureRandom()).grouped().replace("-", ""));
        var wrong = LETTERS.charAt((LETTERS.indexOf(key.charAt(place)) + by) % LETTERS.length());
        key.setCharAt(place, wrong);

        assertThat(KeyText.read(key.toString())).isEmpty();
    }

    @Property(tries = 500)
    void twoSwappedCharactersAreNoticed(@ForAll @IntRange(max = 23) int place) {
        var key = KeyText.random(new SecureRandom()).grouped().replace("-", "");
        var swapped = new StringBuilder(key);
        swapped.setCharAt(place, key.charAt(place + 1));
        swapped.setCharAt(place + 1, key.charAt(place));

        assertThat(KeyText.read(swapped.toString()).isPresent())
                .isEqualTo(swapped.toString().equals(key));
    }

    @Test
    void whatIsTooShortTooLongOrOfOtherCharactersIsNoKey() {
        var key = KeyText.random(new SecureRandom()).grouped();

        assertThat(KeyText.read("")).isEmpty();
        assertThat(KeyText.read(key.substring(1))).isEmpty();
        assertThat(KeyText.read(key + "0")).isEmpty();
        assertThat(KeyText.read(key.substring(1) + "U")).isEmpty();
        assertThat(KeyText.read("ключ-ключ-ключ-ключ-ключ!")).isEmpty();
    }
}
