package dev.kontor.billing.invariants;

import dev.kontor.billing.statements.StatementChecks;
import dev.kontor.billing.storedusage.UsageChecks;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All checks of a month, as worker. */
@ApplicationScoped
class MonthCheck {

    /** A large partner's month holds millions of records. */
    private static final int SECONDS = 900;

    private final StatementChecks statements;
    private final UsageChecks usage;

    MonthCheck(StatementChecks statements, UsageChecks usage) {
        this.statements = statements;
        this.usage = usage;
    }

    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    Map<Invariant, List<String>> of(YearMonth month) {
        var broken = new EnumMap<Invariant, List<String>>(Invariant.class);
        broken.put(Invariant.LINES_ADD_UP, statements.totals(month));
        broken.put(Invariant.RATING_AGAIN_GIVES_THE_SAME, statements.ratings(month));
        broken.put(Invariant.HASHES_UNCHANGED, statements.hashes(month));
        broken.put(Invariant.NUMBERS_GAPLESS, statements.numbers());
        broken.put(Invariant.DAYS_EQUAL_RECORDS, usage.days(month, StatementChecks.MOST));
        broken.put(Invariant.EVENTS_IN_ONE_PLACE, usage.places(month, StatementChecks.MOST));
        broken.put(Invariant.RECEIVED_EQUALS_EVENTS, usage.received(month, StatementChecks.MOST));
        return broken;
    }
}
