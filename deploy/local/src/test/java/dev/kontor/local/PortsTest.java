package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void everyRoleHasItsPlaceBehindTheGateway() {
        var ports = new Ports(8080);

        assertThat(ports.byRole())
                .containsEntry("gateway", 8080)
                .containsEntry("customers", 8081)
                .containsEntry("licensing", 8082)
                .containsEntry("billing", 8083)
                .containsEntry("reporting", 8084)
                .containsEntry("management of gateway", 8090)
                .containsEntry("management of reporting", 8094)
                .containsEntry("development issuer", 8100)
                .containsEntry("Kafka", 8101)
                .containsEntry("Kafka controller", 8102)
                .containsEntry("PostgreSQL", 8103)
                .hasSize(14);
        assertThat(ports.byRole().values()).doesNotHaveDuplicates();
    }

    @Test
    void aTakenPortIsRefusedByNumberAndRole() throws IOException {
        var ports = freeRow();
        try (var taken = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (Kafka) is taken");
        }
    }

    /** One that no other test on the machine has a part of. */
    private static Ports freeRow() {
        while (true) {
            var ports = new Ports(Ports.free(1).get(0));
            try {
                ports.requireFree();
                return ports;
            } catch (Refusal taken) {
                // The next one, then.
            }
        }
    }

    @Test
    void aRangeBeyondTheLastPortIsRefused() {
        assertThatThrownBy(() -> new Ports(65530)).isInstanceOf(Refusal.class);
    }
}
