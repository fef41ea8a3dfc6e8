package dev.kontor.billing.periods;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Partners;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class PeriodService {

    private final Closings closings;
    private final ClosingItems items;
    private final Partners partners;
    private final Event<ClosingRequested> requested;
    private final DueMonths due;
    private final ClosingConfig config;
    private final Caller caller;
    private final Clock clock;

    PeriodService(
            Closings closings,
            ClosingItems items,
            Partners partners,
            Event<ClosingRequested> requested,
            DueMonths due,
            ClosingConfig config,
            Caller caller,
            Clock clock) {
        this.closings = closings;
        this.items = items;
        this.partners = partners;
        this.requested = requested;
        this.due = due;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** Every month since the first partner, or since the caller's own, newest first. */
    @Transactional
    List<PeriodView> periods() {
        PeriodCalendar calendar = new PeriodCalendar(config.grace());
        Instant now = clock.instant();
        boolean operator = caller.kind() == Caller.Kind.OPERATOR;
        Map<YearMonth, String> jobs = new HashMap<>();
        Map<YearMonth, Boolean> closed = new HashMap<>();
        if (operator) {
            closings.all().forEach(closing -> {
                jobs.put(closing.month(), closing.jobId());
                closed.put(closing.month(), closing.isFinished());
            });
        } else {
            items.doneMonths(caller.partnerId()).forEach(month -> closed.put(month, true));
        }
        // Row security shows a partner only itself, so its own beginning is the first.
        return partners.firstSince().map(BillingMonths::of).stream()
                .flatMap(first -> calendar.begun(first, now).stream())
                .map(month -> PeriodView.of(
                        month,
                        calendar.state(month, closed.getOrDefault(month, false), now),
                        calendar.dueAt(month),
                        jobs.get(month)))
                .toList();
    }

    /** Asks for a month to be closed; a closed one answers with the job that did it. */
    @Transactional
    @Idempotent
    JobView close(YearMonth month) {
        Instant now = clock.instant();
        if (!new PeriodCalendar(config.grace()).isOver(month, now)) {
            throw PeriodProblem.notOver(month);
        }
        // Earlier months first: whatever is due before this one has its job before this one.
        due.add();
        closings.add(month, caller.subject(), now, now);
        requested.fire(new ClosingRequested(month));
        return view(closings.of(month).orElseThrow());
    }

    /** Lets a partner that was held back be billed; one that is not held back stays as it is. */
    @Transactional
    @Idempotent
    JobView release(YearMonth month, UUID partnerId) {
        if (!items.has(partnerId, month)) {
            throw Problems.notFound();
        }
        if (items.release(partnerId, month)) {
            closings.reopen(month);
            requested.fire(new ClosingRequested(month));
        }
        return view(closings.of(month).orElseThrow());
    }

    @Transactional
    JobView job(String jobId) {
        UUID id = Closing.idOf(jobId);
        if (id == null) {
            throw Problems.notFound();
        }
        return closings.find(id).map(this::view).orElseThrow(Problems::notFound);
    }

    private JobView view(Closing closing) {
        return JobView.of(closing, items.held(closing.month()));
    }
}
