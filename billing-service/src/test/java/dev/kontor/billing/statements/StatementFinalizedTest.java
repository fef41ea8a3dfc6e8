package dev.kontor.billing.statements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementFinalizedTest {

    @Test
    void theEventIsWhatItsReadersWereShown() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Fact fact = StatementFinalized.of(new Statement(
                UUID.fromString("019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a"),
                "KTR-2026-000001",
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6b"),
                YearMonth.of(2026, 11),
                StatementState.FINAL,
                1,
                "EUR",
                new BigDecimal("160.00"),
                1,
                "sha256:00",
                "default",
                1,
                Instant.EPOCH));

        assertThat(mapper.<JsonNode>valueToTree(Map.of("event", fact.event(), "state", fact.state())))
                .isEqualTo(mapper.readTree(getClass().getResourceAsStream("/events/statement.finalized.json")));
        assertThat(fact.topic()).isEqualTo("kontor.billing.v1");
        assertThat(fact.key()).isEqualTo("statement/019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a");
        assertThat(fact.type()).isEqualTo("statement.finalized");
    }
}
