package dev.kontor.billing.statements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.billing.rules.Rules;
import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.testkit.Contract;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementEventsTest {

    @Test
    void anIssuedStatementIsToldAsItsReadersWereShown() throws IOException {
        assertTold(StatementFinalized.of(statement(StatementState.FINAL, null)), "statement.finalized");
    }

    @Test
    void aVoidStatementIsToldUnderTheSameKey() throws IOException {
        assertTold(
                StatementVoided.of(statement(StatementState.VOID, Instant.parse("2026-12-05T10:00:00Z"))),
                "statement.voided");
    }

    private static Statement statement(StatementState state, Instant voidedAt) {
        return new Statement(
                UUID.fromString("019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a"),
                "KTR-2026-000001",
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6b"),
                YearMonth.of(2026, 11),
                state,
                1,
                "EUR",
                new BigDecimal("160.00"),
                BigDecimal.ZERO,
                1,
                "sha256:00",
                "default",
                1,
                new Rules(RulesVersion.TODAY, null),
                0L,
                Instant.EPOCH,
                voidedAt,
                null);
    }

    private static void assertTold(Fact fact, String type) throws IOException {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        assertThat(mapper.<JsonNode>valueToTree(Map.of("event", fact.event(), "state", fact.state())))
                .isEqualTo(Contract.of(type).body());
        assertThat(fact.topic()).isEqualTo(Contract.of(type).topic());
        assertThat(fact.key()).isEqualTo("statement/019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a");
        assertThat(fact.type()).isEqualTo(type);
    }
}
