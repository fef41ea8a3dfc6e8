package dev.kontor.billing.statements;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kontor.billing.copies.Partner;
import java.util.UUID;

/** A statement as reporting-service prints it: with every line, with whose it is, and with the two sides. */
record PrintedStatement(
        @JsonUnwrapped StatementView statement, Addressee partner, @JsonUnwrapped StatementParties.Parties parties) {

    record Addressee(UUID id, String name, String logoHash) {}

    static PrintedStatement of(StatementContent content, Partner partner, StatementParties.Parties parties) {
        return new PrintedStatement(
                StatementView.whole(content), new Addressee(partner.id(), partner.name(), partner.logoHash()), parties);
    }
}
