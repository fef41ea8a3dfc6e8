package dev.kontor.customers.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request leaves for an address inside (api.md, "Events and integrations"). */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void whatAnybodyCouldBeIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:192.168.1.1",
                "64:ff9b::10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1"
            })
    void whatIsSomebodysInsideIsNot(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1", "https://localhost", "https://[::1]", "http://8.8.8.8"})
    void outsideTheLocalSuiteLoopbackAndPlainHttpAreRefusedAtEveryCall(String url) {
        var guard = new AddressGuard(false, InetAddress::getAllByName);

        assertThatThrownBy(() -> guard.pin(CrmUrl.read(url).orElseThrow()))
                .isInstanceOf(CrmFailure.class)
                .hasMessage("address-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://8.8.8.8:22", "https://8.8.8.8:80", "https://8.8.8.8:9200", "https://[2606:4700::1]:444"
            })
    void otherPortsThanThoseOfHttpsAreRefused(String url) {
        var guard = new AddressGuard(true, InetAddress::getAllByName);

        assertThatThrownBy(() -> guard.pin(CrmUrl.read(url).orElseThrow())).hasMessage("address-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8", "https://8.8.8.8:443", "https://8.8.8.8:8443"})
    void thePortsOfHttpsAreTaken(String url) throws CrmFailure {
        var guard = new AddressGuard(false, InetAddress::getAllByName);

        assertThat(guard.pin(CrmUrl.read(url).orElseThrow()).getHostAddress()).isEqualTo("8.8.8.8");
    }

    @Test
    void inTheLocalSuiteLoopbackIsAllowedAndNothingElseInside() throws CrmFailure {
        var guard = new AddressGuard(true, InetAddress::getAllByName);

        assertThat(guard.pin(CrmUrl.read("http://localhost:9999").orElseThrow()).isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> guard.pin(CrmUrl.read("https://10.0.0.1").orElseThrow()))
                .hasMessage("address-refused");
    }

    @Test
    void aNameThatAnswersWithOneAddressInsideIsRefusedWhateverItsOthersAre() throws CrmFailure {
        var outside = new AddressGuard(false, host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")});
        var both = new AddressGuard(
                false, host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});
        var url = CrmUrl.read("https://crm.example.com").orElseThrow();

        assertThat(outside.pin(url).getHostAddress()).isEqualTo("8.8.8.8");
        assertThatThrownBy(() -> both.pin(url)).hasMessage("address-refused");
    }
}
