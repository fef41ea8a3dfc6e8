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
    void values_follow_their_name_or_an_equals_sign() {
        assertThat(parse("--port", "9000").value("port")).contains("9000");
        assertThat(parse("--port=9000").value("port")).contains("9000");
    }

    @Test
    void flags_and_arguments_mix() {
        Options options = parse("operator", "--detach", "rest");

        assertThat(options.arguments()).containsExactly("operator", "rest");
        assertThat(options.flag("detach")).isTrue();
    }

    @Test
    void a_value_may_repeat_where_many_are_asked_for() {
        assertThat(parse("--scope", "a", "--scope", "b").all("scope")).containsExactly("a", "b");
    }

    @Test
    void a_value_given_twice_where_one_is_meant_is_refused() {
        assertThatThrownBy(() -> parse("--port", "1", "--port", "2").value("port"))
                .isInstanceOf(Refusal.class)
                .hasMessage("--port was given more than once");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> parse("--frsh")).isInstanceOf(Refusal.class).hasMessage("Unknown option --frsh");
    }

    @Test
    void a_missing_value_is_named() {
        assertThatThrownBy(() -> parse("--port")).isInstanceOf(Refusal.class).hasMessage("--port needs a value");
    }
}
