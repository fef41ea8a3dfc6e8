package dev.kontor.billing.periods;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Partners;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.jobs.JobService;
import dev.kontor.platform.jobs.JobState;
import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PeriodService {

    private final Closings closings;
    private final Jobs jobs;
    private final JobService views;
    private final Partners partners;
    private final DueMonths due;
    private final ClosingConfig config;
    private final Caller caller;
    private final Clock clock;

    PeriodService(
            Closings closings,
            Jobs jobs,
            JobService views,
            Partners partners,
            DueMonths due,
            ClosingConfig config,
            Caller caller,
            Clock clock) {
        this.closings = closings;
        this.jobs = jobs;
        this.views = views;
        this.partners = partners;
        this.due = due;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** Every month since the first partner, or since the caller's own, newest first. */
    @Transactional
    List<PeriodView> periods() {
        var calendar = new PeriodCalendar(config.grace());
        var now = clock.instant();
        var operator = caller.kind() == Caller.Kind.OPERATOR;
        var ids = new HashMap<YearMonth, String>();
        var closed = new HashMap<YearMonth, Boolean>();
        if (operator) {
            closings.all().forEach(job -> {
                ids.put(MonthClosing.monthOf(job), job.shownId());
                closed.put(MonthClosing.monthOf(job), job.state() == JobState.SUCCEEDED);
            });
        } else {
            closings.doneMonths(caller.partnerId()).forEach(month -> closed.put(month, true));
        }
        // Row security shows a partner only itself, so its own beginning is the first.
        return partners.firstSince().map(BillingMonths::of).stream()
                .flatMap(first -> calendar.begun(first, now).stream())
                .map(month -> PeriodView.of(
                        month,
                        calendar.state(month, closed.getOrDefault(month, false), now),
                        calendar.dueAt(month),
                        ids.get(month)))
                .toList();
    }

    /** Asks for a month to be closed; a closed one answers with the job that did it, one called off goes on. */
    @Transactional
    @Idempotent
    JobView close(YearMonth month) {
        var now = clock.instant();
        if (!new PeriodCalendar(config.grace()).isOver(month, now)) {
            throw PeriodProblem.notOver(month);
        }
        // Earlier months first: whatever is due before this one has its job before this one.
        due.add();
        var job = closings.add(month, caller.subject(), now);
        if (job.state() == JobState.FAILED) {
            jobs.resume(job);
        }
        return views.view(job.id());
    }

    /** Lets a partner that was held back be billed; one that is not held back stays as it is. */
    @Transactional
    @Idempotent
    JobView release(YearMonth month, UUID partnerId) {
        var job = closings.of(month)
                .filter(closing -> jobs.item(closing, partnerId).isPresent())
                .orElseThrow(Problems::notFound);
        jobs.release(job, partnerId, MonthClosing.RELEASED);
        return views.view(job.id());
    }
}
