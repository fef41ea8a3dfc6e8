package dev.kontor.billing.statements;

import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.web.Money;
import java.util.UUID;

/** A statement was issued; its lines travel by reference. */
record StatementFinalized(String number, String month) {

    static final String TOPIC = "kontor.billing.v1";

    /** The statement's state as readers see it. */
    record State(
            UUID id,
            String number,
            UUID partnerId,
            String month,
            String state,
            int version,
            Money total,
            String contentHash) {

        static State of(Statement statement) {
            return new State(
                    statement.id(),
                    statement.number(),
                    statement.partnerId(),
                    statement.month().toString(),
                    statement.state().text(),
                    statement.version(),
                    Money.of(statement.total(), statement.currency()),
                    statement.contentHash());
        }
    }

    static Fact of(Statement statement) {
        return Fact.of(
                TOPIC,
                key(statement),
                "statement.finalized",
                statement.partnerId(),
                new StatementFinalized(statement.number(), statement.month().toString()),
                State.of(statement));
    }

    static String key(Statement statement) {
        return "statement/" + statement.id();
    }
}
