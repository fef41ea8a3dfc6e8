package dev.kontor.billing.invariants;

import static dev.kontor.billing.statements.StatementChecks.MOST;

import dev.kontor.billing.invoices.InvoiceChecks;
import dev.kontor.billing.statements.StatementChecks;
import dev.kontor.billing.storedusage.UsageChecks;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All checks of a month, as worker. */
@ApplicationScoped
class MonthCheck {

    /** A large partner's month holds millions of records. */
    private static final int SECONDS = 900;

    private final StatementChecks statements;
    private final InvoiceChecks invoices;
    private final UsageChecks usage;

    MonthCheck(StatementChecks statements, InvoiceChecks invoices, UsageChecks usage) {
        this.statements = statements;
        this.invoices = invoices;
        this.usage = usage;
    }

    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    Map<Invariant, List<String>> of(YearMonth month) {
        var broken = new EnumMap<Invariant, List<String>>(Invariant.class);
        broken.put(Invariant.LINES_ADD_UP, both(statements.totals(month), invoices.totals(month, MOST)));
        broken.put(Invariant.RATING_AGAIN_GIVES_THE_SAME, statements.ratings(month));
        broken.put(Invariant.HASHES_UNCHANGED, both(statements.hashes(month), invoices.hashes(month, MOST)));
        broken.put(Invariant.NUMBERS_GAPLESS, both(statements.numbers(), invoices.numbers(MOST)));
        broken.put(Invariant.DAYS_EQUAL_RECORDS, usage.days(month, MOST));
        broken.put(Invariant.EVENTS_IN_ONE_PLACE, usage.places(month, MOST));
        broken.put(Invariant.RECEIVED_EQUALS_EVENTS, usage.received(month, MOST));
        return broken;
    }

    private static List<String> both(List<String> statements, List<String> invoices) {
        return Stream.concat(statements.stream(), invoices.stream()).limit(MOST).toList();
    }
}
