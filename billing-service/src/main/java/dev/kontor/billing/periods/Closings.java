package dev.kontor.billing.periods;

import dev.kontor.billing.periods.MonthClosing.Close;
import dev.kontor.platform.jobs.ItemState;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs that close months, by month. */
@ApplicationScoped
class Closings {

    /** They are the vendor's. */
    private static final UUID NO_PARTNER = null;

    private final Jobs jobs;
    private final MonthClosing kind;

    Closings(Jobs jobs, MonthClosing kind) {
        this.jobs = jobs;
        this.kind = kind;
    }

    Optional<Job<Close>> of(YearMonth month) {
        return jobs.find(kind, NO_PARTNER, month.toString());
    }

    List<Job<Close>> all() {
        return jobs.all(kind);
    }

    Optional<YearMonth> latestMonth() {
        return jobs.latestKey(kind).map(YearMonth::parse);
    }

    /** The month's job, added unless it has one. */
    Job<Close> add(YearMonth month, String requestedBy, Instant effectiveAt) {
        return jobs.one(kind, NO_PARTNER, month.toString(), new Close(effectiveAt, requestedBy));
    }

    /** The months of which that partner has its statement. */
    List<YearMonth> doneMonths(UUID partnerId) {
        return jobs.keysOf(kind, partnerId, ItemState.DONE).stream()
                .map(YearMonth::parse)
                .toList();
    }
}
