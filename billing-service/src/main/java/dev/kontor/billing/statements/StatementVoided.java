package dev.kontor.billing.statements;

import dev.kontor.platform.messaging.Fact;
import java.time.Instant;

/** A statement was taken back; another one with the next version takes its place. */
record StatementVoided(String number, String month, Instant at) {

    static Fact of(Statement statement) {
        return Fact.of(
                StatementFinalized.TOPIC,
                StatementFinalized.key(statement),
                "statement.voided",
                statement.partnerId(),
                new StatementVoided(statement.number(), statement.month().toString(), statement.voidedAt()),
                StatementFinalized.State.of(statement));
    }
}
