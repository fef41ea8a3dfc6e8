package dev.kontor.billing.periods;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.invariants.Invariants;
import dev.kontor.billing.invoices.InvoiceIssuing;
import dev.kontor.billing.ratedmonths.StaleLevel;
import dev.kontor.billing.statements.Issuable;
import dev.kontor.billing.statements.Issuing;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.ItemState;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.jobs.Outcome;
import dev.kontor.platform.jobs.StoredItem;
import dev.kontor.platform.jobs.TogetherKind;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.web.Decimals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Closes months, partner by partner: statement, lines, event and the end of the partner's turn commit together, or not at
 * all. There is one job for each month.
 */
@ApplicationScoped
class MonthClosing implements TogetherKind<MonthClosing.Close> {

    /** Marks partners that were held back and may pass now. */
    static final String RELEASED = "released";

    private static final String REASON = "reason";
    private static final String STALE = "stale";
    /** Told of one partner; its usage tells all. */
    private static final int MOST_STALE = 100;
    /** Names what kept a partner's invoice from being issued. */
    private static final String MISSING = "missing";

    /** Bills held in memory until they are written. */
    private static final int MOST_LINES_TOGETHER = 20_000;

    private final Jobs jobs;
    private final Partners partners;
    private final Issuing issuing;
    private final InvoiceIssuing invoicing;
    private final Invariants invariants;
    private final Inbox inbox;
    private final Database database;
    private final ClosingConfig config;
    /** For which opening of a job the inbox had caught up. */
    private final Map<UUID, Integer> caughtUp = new ConcurrentHashMap<>();

    MonthClosing(
            Jobs jobs,
            Partners partners,
            Issuing issuing,
            InvoiceIssuing invoicing,
            Invariants invariants,
            Inbox inbox,
            Database database,
            ClosingConfig config) {
        this.jobs = jobs;
        this.partners = partners;
        this.issuing = issuing;
        this.invoicing = invoicing;
        this.invariants = invariants;
        this.inbox = inbox;
        this.database = database;
        this.config = config;
    }

    /**
     * The month is the job's key.
     *
     * @param effectiveAt the date of its statements: of the request, or the end of the grace, however late the job ran
     */
    record Close(Instant effectiveAt, String requestedBy) {}

    /**
     * How many partners have their statement, which are held back, what was counted though nobody repeated it, and who has
     * no invoice.
     */
    record Closed(long closed, List<HeldPartner> held, List<StaleUsage> stale, List<NotInvoiced> notInvoiced) {}

    /** A level that nobody has repeated for 31 days (domain.md rule 20). */
    record StaleUsage(UUID partnerId, Object customerId, Object product, Object quantity) {}

    /** A partner whose data lack what an invoice needs, field by field. */
    record NotInvoiced(UUID partnerId, String reason, Object missing) {

        static NotInvoiced of(UUID partnerId, Object missing) {
            return new NotInvoiced(partnerId, BillingProblem.INVOICE_DATA_MISSING.code(), missing);
        }
    }

    /** A partner that is not billed until somebody has looked at it. */
    record HeldPartner(UUID partnerId, Object reason) {}

    static YearMonth monthOf(Job<Close> job) {
        return YearMonth.parse(job.key());
    }

    @Override
    public String code() {
        return "billing-period-close";
    }

    @Override
    public Class<Close> parameters() {
        return Close.class;
    }

    /** It begins, and goes on after it was opened again, once the inbox has reached the ends it read. */
    @Override
    public boolean isReady(Job<Close> job) {
        if (Integer.valueOf(job.openings()).equals(caughtUp.get(job.id()))) {
            return true;
        }
        try {
            var ready = inbox.awaitCaughtUp(config.catchUp());
            if (ready) {
                caughtUp.put(job.id(), job.openings());
            }
            return ready;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes down whose months are to be closed: the partners that were there before the month's end. */
    @Override
    public void begin(Job<Close> job) {
        jobs.add(
                job,
                partners.before(Period.end(monthOf(job))).stream()
                        .map(Partner::id)
                        .toList());
    }

    @Override
    public int together() {
        return config.together();
    }

    /** All of a statement but its number, which is drawn last, since every runner waits for those. */
    @Override
    public Prepared prepare(Item<Close> item) {
        lockPartner(item.id());
        var partner = partners.find(item.id()).orElseThrow();
        var job = item.job();
        return new Ready(
                issuing.prepare(partner, monthOf(job), job.parameters().effectiveAt(), RELEASED.equals(item.mark())));
    }

    /**
     * Has one month of the partner closed at a time, until the transaction ends: a released month comes back while a later
     * one is closed, and both would bill the same correction.
     */
    private void lockPartner(UUID partnerId) {
        database.sql("select 1 from pg_advisory_xact_lock(hashtextextended('closing/' || :partner, 0))")
                .with("partner", partnerId.toString())
                .exists();
    }

    private final class Ready implements Prepared {

        private final Issuable issuable;

        Ready(Issuable issuable) {
            this.issuable = issuable;
        }

        /** A partner, or as many as its lines would be. */
        @Override
        public int weight() {
            var lines = issuable instanceof Issuable.Bill bill ? bill.lineCount() : 0;
            return Math.max(1, (int) ((long) lines * together() / MOST_LINES_TOGETHER));
        }

        @Override
        public Outcome end() {
            if (issuable instanceof Issuable.Held held) {
                return Outcome.held(details(held.reason(), held.stale()));
            }
            if (issuable instanceof Issuable.Bill bill) {
                return issued(bill);
            }
            return Outcome.done();
        }
    }

    /** A statement is never held by what its invoice lacks (domain.md rule 32). */
    private Outcome issued(Issuable.Bill bill) {
        var statement = issuing.issue(bill);
        var missing = invoicing.issue(statement, LocalDate.ofInstant(statement.issuedAt(), ZoneOffset.UTC));
        var details = details(null, bill.stale());
        if (!missing.isEmpty()) {
            details.put(MISSING, missing);
        }
        return Outcome.done(details.isEmpty() ? null : details);
    }

    private static Map<String, Object> details(String reason, List<StaleLevel> stale) {
        var details = new HashMap<String, Object>();
        if (reason != null) {
            details.put(REASON, reason);
        }
        if (!stale.isEmpty()) {
            details.put(
                    STALE,
                    stale.stream()
                            .limit(MOST_STALE)
                            .map(its -> Map.of(
                                    "customerId", its.customerId(),
                                    "product", its.product(),
                                    "quantity", Decimals.text(its.quantity())))
                            .toList());
        }
        return details;
    }

    @Override
    public Outcome failed(Item<Close> item, RuntimeException failure) {
        return item.attempts() < config.attempts()
                ? Outcome.later(config.retryAfter())
                : Outcome.held(details("failed", List.of()));
    }

    @Override
    public void finished(Job<Close> job) {
        caughtUp.remove(job.id());
        invariants.afterClosing(monthOf(job));
    }

    @Override
    public Object result(Job<Close> job) {
        return new Closed(
                jobs.count(job, ItemState.DONE),
                jobs.items(job, ItemState.HELD).stream()
                        .map(held -> new HeldPartner(
                                held.item(), held.outcome().details().get(REASON)))
                        .toList(),
                Stream.concat(jobs.items(job, ItemState.HELD).stream(), jobs.items(job, ItemState.DONE).stream())
                        .flatMap(MonthClosing::stale)
                        .toList(),
                jobs.items(job, ItemState.DONE).stream()
                        .filter(done -> done.outcome() != null
                                && done.outcome().details() != null
                                && done.outcome().details().containsKey(MISSING))
                        .map(done -> NotInvoiced.of(
                                done.item(), done.outcome().details().get(MISSING)))
                        .toList());
    }

    private static Stream<StaleUsage> stale(StoredItem item) {
        return item.outcome() == null || item.outcome().details() == null
                ? Stream.empty()
                : ((List<?>) item.outcome().details().getOrDefault(STALE, List.of()))
                        .stream()
                                .map(Map.class::cast)
                                .map(its -> new StaleUsage(
                                        item.item(), its.get("customerId"), its.get("product"), its.get("quantity")));
    }

    @Override
    public int runners() {
        return config.workers();
    }

    @Override
    public Duration lease() {
        return config.lease();
    }

    @Override
    public boolean isKept() {
        return true;
    }
}
