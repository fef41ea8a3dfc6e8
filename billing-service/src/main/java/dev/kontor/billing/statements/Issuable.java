package dev.kontor.billing.statements;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** What a look at a partner's month came to. */
public sealed interface Issuable {

    /** Its statement is there already. */
    record Already() implements Issuable {}

    /** It is not billed until somebody has looked at it. */
    record Held(String reason) implements Issuable {}

    /** All of a statement but its number. */
    record Bill(UUID partnerId, YearMonth month, int version, Instant issuedAt, MonthBill content) implements Issuable {

        public int lineCount() {
            return content.lines().size();
        }
    }
}
