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
    void allowsWhatIsListed(String origin) {
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
    void allowsNothingElse(String origin) {
        assertThat(origins.allow(origin)).isFalse();
    }

    @Test
    void allowsNobodyByDefault() {
        assertThat(new Origins(List.of()).allow("http://localhost:3000")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "console.example", "https://*.example", "https://console.example/", "ftp://x.example"})
    void anOriginThatIsNoneStopsTheStart(String origin) {
        assertThatThrownBy(() -> new Origins(List.of(origin))).isInstanceOf(IllegalArgumentException.class);
    }
}
