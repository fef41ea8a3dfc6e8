package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.ratedmonths.BilledLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a partner's month is billed with: as issued, or as it would be now; in the caller's transaction. */
@ApplicationScoped
public class BilledMonths {

    private final StatementReading reading;

    BilledMonths(StatementReading reading) {
        this.reading = reading;
    }

    /** The statement that counts, whole. */
    public record BilledMonth(UUID statementId, String state, String currency, List<BilledLine> lines) {}

    /** Empty for a month in which there was no such partner. */
    public Optional<BilledMonth> of(Partner partner, YearMonth month) {
        return reading.whole(partner, month)
                .map(content -> new BilledMonth(
                        content.statement().id(),
                        content.statement().state().text(),
                        content.statement().currency(),
                        content.lines().stream().map(StatementLine::billed).toList()));
    }
}
