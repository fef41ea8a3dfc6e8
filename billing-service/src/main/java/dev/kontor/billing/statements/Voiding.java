package dev.kontor.billing.statements;

import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;

/** Takes a statement back; what takes its place is issued by the code that closes months (domain.md rule 24). */
@ApplicationScoped
class Voiding {

    private final Statements statements;
    private final Outbox outbox;
    private final Event<Reissue> wanted;
    private final Event<Reissuable> possible;
    private final Caller caller;
    private final Clock clock;

    Voiding(
            Statements statements,
            Outbox outbox,
            Event<Reissue> wanted,
            Event<Reissuable> possible,
            Caller caller,
            Clock clock) {
        this.statements = statements;
        this.outbox = outbox;
        this.wanted = wanted;
        this.possible = possible;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Voids a final statement; one that is void already stays as it is.
     *
     * @throws Problem 404 for what was never issued
     */
    @Transactional
    @Idempotent
    StatementView voidStatement(UUID id, String reason) {
        return StatementView.withoutLines(takeBack(id, reason));
    }

    /** The same, for a month that is to be rated anew; a repeat is told what changed, as the first was. */
    @Transactional
    @Idempotent
    ReRatingView reRate(ReRatingView compared) {
        takeBack(compared.statementId(), null);
        return compared;
    }

    private Statement takeBack(UUID id, String reason) {
        var statement = statements.find(id).orElseThrow(Problems::notFound);
        if (!statement.isVoid()) {
            var first = statements.addVoid(statement, clock.instant(), caller.subject(), reason);
            statement = statements.find(id).orElseThrow();
            if (first) {
                outbox.append(StatementVoided.of(statement));
                wanted.fire(new Reissue(statement.partnerId(), statement.month(), id, statement.voidedAt()));
            }
        }
        return statement;
    }

    /** Outside any transaction: whoever asks finds the next version when the answer is there. */
    void reissue(UUID partnerId, String month) {
        possible.fire(new Reissuable(partnerId, YearMonth.parse(month)));
    }
}
