package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options parse(String... line) {
        return Options.parse(List.of(line), Set.of("detach"), Set.of("port", "scope"));
    }

    @Test
    void valuesFollowTheirNameOrAnEqualsSign() {
        assertThat(parse("--port", "9000").value("port")).contains("9000");
        assertThat(parse("--port=9000").value("port")).contains("9000");
    }

    @Test
    void flagsAndArgumentsMix() {
        var options = parse("operator", "--detach", "rest");

        assertThat(options.arguments()).containsExactly("operator", "rest");
        assertThat(options.flag("detach")).isTrue();
    }

    @Test
    void aValueMayRepeatWhereManyAreAskedFor() {
        assertThat(parse("--scope", "a", "--scope", "b").all("scope")).containsExactly("a", "b");
    }

    @Test
    void aValueGivenTwiceWhereOneIsMeantIsRefused() {
        assertThatThrownBy(() -> parse("--port", "1", "--port", "2").value("port"))
                .isInstanceOf(Refusal.class)
                .hasMessage("--port was given more than once");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> parse("--frsh")).isInstanceOf(Refusal.class).hasMessage("Unknown option --frsh");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> parse("--port")).isInstanceOf(Refusal.class).hasMessage("--port needs a value");
    }
}
