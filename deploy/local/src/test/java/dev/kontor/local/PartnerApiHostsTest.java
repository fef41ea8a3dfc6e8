package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's partner API under names of its own, over TLS that clients check as they check any. */
class PartnerApiHostsTest {

    private static PartnerApiHosts hosts(String... words) {
        var line = new java.util.ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            line.add((i == 0 ? "--partner-api-hosts=" : "--partner-api-port=") + words[i]);
        }
        return PartnerApiHosts.of(UpCommand.options(line), new Ports(8080)).orElseThrow();
    }

    @Test
    void saysWhereClientsAreSent() {
        var hosts = hosts("id.example.test,api.central.example.test,api-{dataRegion}.central.example.test");

        assertThat(hosts.idUrl()).isEqualTo("https://id.example.test:8104");
        assertThat(hosts.apiUrl()).isEqualTo("https://api.central.example.test:8104");
        assertThat(hosts.regionalUrl()).contains("https://api-{dataRegion}.central.example.test:8104");
        assertThat(hosts.certified())
                .containsExactly("id.example.test", "api.central.example.test", "*.central.example.test");
        assertThat(hosts("id.example.test,api.example.test", "443").apiUrl()).isEqualTo("https://api.example.test");
        assertThat(PartnerApiHosts.of(UpCommand.options(List.of()), new Ports(8080)))
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id.example.test",
                "id.example.test,api",
                "id.example.test,https://api.example.test",
                "id.example.test,api.example.test,api.example.test",
                "id.example.test,api.example.test,{dataRegion}",
                "a.b,c.d,e-{dataRegion}.f,g.h",
                ""
            })
    void takesNamesOnly(String names) {
        assertThatThrownBy(() -> hosts(names)).isInstanceOf(Refusal.class).hasMessageContaining("--partner-api-hosts");
    }

    @Test
    void clientsThatTrustTheAuthorityOfTheDataFolderReachTheGateway(@TempDir Path folder) throws Exception {
        var certificates = new LabCertificates(folder.resolve("tls"), "a password of letters");
        var names = hosts("id.example.test,api.example.test,api-{dataRegion}.example.test")
                .certified();
        try (var gateway = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var door = TlsDoor.open(certificates.server(names), port(), gateway.getLocalPort())) {
            assertThat(door).isNotNull();
            var answering = CompletableFuture.runAsync(() -> echo(gateway));
            var authority = Files.readAllBytes(certificates.authority());
            for (var name : List.of("id.example.test", "api.example.test", "api-eu01.example.test")) {
                assertThat(said(certificates.authority(), name)).isEqualTo("hello " + name);
            }
            assertThatThrownBy(() -> said(certificates.authority(), "api.example.com"))
                    .isInstanceOf(SSLException.class);
            answering.cancel(true);

            // The next start certifies anew, by the same authority.
            certificates.server(names);
            assertThat(Files.readAllBytes(certificates.authority())).isEqualTo(authority);
        }
    }

    private int open;

    private int port() throws IOException {
        open = Ports.free(1).get(0);
        return open;
    }

    private static void echo(ServerSocket gateway) {
        while (!gateway.isClosed()) {
            try (var one = gateway.accept()) {
                var line = one.getInputStream().readNBytes(24);
                one.getOutputStream().write("hello ".getBytes(StandardCharsets.US_ASCII));
                one.getOutputStream()
                        .write(new String(line, StandardCharsets.US_ASCII)
                                .strip()
                                .getBytes(StandardCharsets.US_ASCII));
                one.getOutputStream().flush();
            } catch (IOException over) {
                // The test is, or this client is.
            }
        }
    }

    /** As a client says its name in the first 24 bytes it sends. */
    private String said(Path authority, String name) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        var plain = new Socket(InetAddress.getLoopbackAddress(), open);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, open, true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream()
                    .write((name + " ".repeat(24)).substring(0, 24).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
