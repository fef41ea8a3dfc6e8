package dev.kontor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void goesOnWithTheCallersTraceAndASpanOfItsOwn() {
        var trace = Trace.of("00-" + ID + "-00f067aa0ba902b7-00");
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.next()).matches("00-" + ID + "-[0-9a-f]{16}-00").doesNotContain("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void startsATraceOtherwise(String header) {
        assertThat(Trace.of(header).id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    }
}
