package dev.kontor.gateway.browsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins origins = new Origins(List.of("https://console.example", "http://localhost:*"));

    @ParameterizedTest
    @ValueSource(
            strings = {"https://console.example", "http://localhost", "http://localhost:3000", "http://localhost:1"})
    void allows_what_is_listed(String origin) {
        assertThat(origins.allow(origin)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "http://console.example",
                "https://console.example:8443",
                "https://console.example.evil.example",
                "https://evilconsole.example",
                "https://localhost:3000",
                "http://localhost.evil.example:3000",
                "http://localhost:3000/",
                "http://localhost:3000, https://console.example",
                "http://localhost:*",
                "http://localhost:x"
            })
    void allows_nothing_else(String origin) {
        assertThat(origins.allow(origin)).isFalse();
    }

    @Test
    void allows_nobody_by_default() {
        assertThat(new Origins(List.of()).allow("http://localhost:3000")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "console.example", "https://*.example", "https://console.example/", "ftp://x.example"})
    void an_origin_that_is_none_stops_the_start(String origin) {
        assertThatThrownBy(() -> new Origins(List.of(origin))).isInstanceOf(IllegalArgumentException.class);
    }
}
