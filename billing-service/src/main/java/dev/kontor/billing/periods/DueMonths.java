package dev.kontor.billing.periods;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;

/** Adds the jobs of months whose grace has ended, in order and without a gap. */
@ApplicationScoped
class DueMonths {

    private static final String BY_ITSELF = "kontor";

    private final Closings closings;
    private final Partners partners;
    private final ClosingConfig config;
    private final Clock clock;

    DueMonths(Closings closings, Partners partners, ClosingConfig config, Clock clock) {
        this.closings = closings;
        this.partners = partners;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void add() {
        var calendar = new PeriodCalendar(config.grace());
        var now = clock.instant();
        var latest = closings.latestMonth();
        // Cheap where nothing is due, as it is asked every second.
        if (latest.isPresent() && calendar.due(latest.get().plusMonths(1), now).isEmpty()) {
            return;
        }
        partners.firstSince()
                .map(BillingMonths::of)
                .map(first ->
                        latest.map(month -> later(first, month.plusMonths(1))).orElse(first))
                .ifPresent(first -> calendar.due(first, now)
                        .forEach(month -> closings.add(month, BY_ITSELF, calendar.dueAt(month))));
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
