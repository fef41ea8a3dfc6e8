package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.ratedmonths.BilledLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a partner's month is billed with: as issued, or as it would be now; in the caller's transaction. */
@ApplicationScoped
public class BilledMonths {

    private final StatementReading reading;
    private final Statements statements;

    BilledMonths(StatementReading reading, Statements statements) {
        this.reading = reading;
        this.statements = statements;
    }

    /**
     * The statement that counts, whole.
     *
     * @param names of the lines' customers, as they were then
     */
    public record BilledMonth(
            UUID statementId, String state, String currency, List<BilledLine> lines, Map<UUID, String> names) {}

    /** Empty for a month in which there was no such partner. */
    public Optional<BilledMonth> of(Partner partner, YearMonth month) {
        return reading.whole(partner, month)
                .map(content -> new BilledMonth(
                        content.statement().id(),
                        content.statement().state().text(),
                        content.statement().currency(),
                        content.lines().stream().map(StatementLine::billed).toList(),
                        names(content)));
    }

    /** What was billed for a month by the statements of the months before another, corrections included. */
    public List<BilledLine> billedFor(Partner partner, YearMonth month, YearMonth until) {
        return statements.billedFor(partner.id(), month, until);
    }

    private static Map<UUID, String> names(StatementContent content) {
        var names = new HashMap<UUID, String>();
        content.lines().forEach(line -> names.put(line.billed().customerId(), line.customerName()));
        return names;
    }
}
