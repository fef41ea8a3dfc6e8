package dev.kontor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(Optional.of(List.of("10.0.0.0/8", "fd00::/8")));

    @ParameterizedTest
    @CsvSource({
        // the other end, what it forwards, who that is
        "192.0.2.7,   203.0.113.9,                192.0.2.7",
        "10.0.0.1,    203.0.113.9,                203.0.113.9",
        "fd00::1,     2001:db8::7,                2001:db8::7",
        "10.0.0.1,    '203.0.113.9, 10.1.1.1',    203.0.113.9",
        "10.0.0.1,    '6.6.6.6, 203.0.113.9',     203.0.113.9",
        "10.0.0.1,    '203.0.113.9, nonsense',    10.0.0.1",
        "10.0.0.1,    '',                         10.0.0.1",
        "10.0.0.1,    10.0.0.2,                   10.0.0.2",
    })
    void onlyTrustedProxiesAreBelieved(String peer, String forwarded, String from) {
        assertThat(addresses.named(peer, List.of(forwarded))).isEqualTo(from);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(addresses.named("10.0.0.1", List.of("6.6.6.6", "203.0.113.9, 10.0.0.2")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoSubnetStopsTheStart() {
        assertThatThrownBy(() -> new ClientAddress(Optional.of(List.of("10.0.0.1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
