package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFiguresTest {

    private final Map<String, ObjectNode> figures =
            DemoFigures.of(DemoCustomers.NORDWIND.first().get(3), Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void widgetsOfOneCustomerTellTheSameStory() {
        var devices = 0;
        for (var part : figures.get("endpoint.health").path("parts")) {
            devices += part.path("value").asInt();
        }

        assertThat(devices)
                .isEqualTo(240)
                .isEqualTo(figures.get("endpoint.protected").path("of").asInt());
        assertThat(figures.get("endpoint.devices").path("table").path("rows"))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row.path(1).asText()).isIn("at-risk", "unhealthy"));
    }

    @Test
    void everySourceThatCanBePostedHasFigures() {
        assertThat(figures)
                .containsOnlyKeys(
                        "endpoint.protected",
                        "endpoint.health",
                        "endpoint.threats",
                        "endpoint.devices",
                        "server.protected",
                        "server.health",
                        "server.threats",
                        "server.devices",
                        "email.messages",
                        "account.health");
    }
}
