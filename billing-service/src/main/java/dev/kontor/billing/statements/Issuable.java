package dev.kontor.billing.statements;

import dev.kontor.billing.ratedmonths.StaleLevel;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What a look at a partner's month came to. */
public sealed interface Issuable {

    /** Its statement is there already. */
    record Already() implements Issuable {}

    /** It is not billed until somebody has looked at it. */
    record Held(String reason, List<StaleLevel> stale) implements Issuable {}

    /**
     * All of a statement but its number.
     *
     * @param arrivals the place of the last usage event that had arrived
     */
    record Bill(UUID partnerId, YearMonth month, int version, Instant issuedAt, long arrivals, MonthBill content)
            implements Issuable {

        public int lineCount() {
            return content.lines().size();
        }

        public List<StaleLevel> stale() {
            return content.rated().stale();
        }
    }
}
