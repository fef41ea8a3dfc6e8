package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.Ending;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.ItemState;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.JobKind;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.jobs.Needs;
import dev.kontor.platform.jobs.Outcome;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.consent.PartnerAssistance;
import dev.kontor.reporting.copies.KnownCustomers;
import dev.kontor.reporting.exports.ExportService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Freezes one dashboard of one customer, if whoever asked sees it now and it consents now. */
@ApplicationScoped
class ExportKind implements JobKind<ExportOrder> {

    /** Marks customers that whoever asked did not see as it asked. */
    static final String UNSEEN = "unseen";

    private static final Logger LOG = Logger.getLogger(ExportKind.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 5;

    private final Jobs jobs;
    private final Database database;
    private final ExportService exports;
    private final PartnerAssistance assistance;
    private final KnownCustomers customers;
    private final Outbox outbox;

    ExportKind(
            Jobs jobs,
            Database database,
            ExportService exports,
            PartnerAssistance assistance,
            KnownCustomers customers,
            Outbox outbox) {
        this.jobs = jobs;
        this.database = database;
        this.exports = exports;
        this.assistance = assistance;
        this.customers = customers;
        this.outbox = outbox;
    }

    @Override
    public String code() {
        return "dashboard-export";
    }

    @Override
    public Class<ExportOrder> parameters() {
        return ExportOrder.class;
    }

    @Override
    public Needs needs(ExportOrder order) {
        return new Needs("reports:export", null);
    }

    /**
     * What is frozen shows the newest names and logos, as a single export does. Once customers-service is away the copy
     * serves the rest of these customers: waiting for it at each of them would cost their lease.
     */
    @Override
    public void claimed(Job<ExportOrder> job, List<UUID> items) {
        var answers = refreshed(() -> customers.refreshPartner(job.partnerId()));
        for (var item : items) {
            answers = answers && refreshed(() -> customers.refreshCustomer(item));
        }
    }

    private static boolean refreshed(BooleanSupplier refresh) {
        try {
            return refresh.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The copy could not be brought up to date", e);
            return false;
        }
    }

    /**
     * First whether the customer is seen, then whether it consents, as for every call (domain.md, "Order of refusals").
     * Consent is asked outside of a transaction, since that may need a call.
     */
    @Override
    public Ending perform(Item<ExportOrder> item) {
        if (!isSeen(item)) {
            return () -> refuse(item, Problems.notFound());
        }
        var partner = item.job().partnerId();
        if (!RowScope.worker().call(() -> assistance.covers(item.id(), partner))) {
            return () -> refuse(item, ReportingProblem.PARTNER_ASSISTANCE_OFF.problem());
        }
        return () -> export(item);
    }

    /** Whether whoever asked, in whose scope this is, saw the customer as it asked and sees it now. */
    private boolean isSeen(Item<ExportOrder> item) {
        return !UNSEEN.equals(item.mark())
                && QuarkusTransaction.requiringNew()
                        .call(() -> database.sql("select 1 from customers where id = :customer")
                                .with("customer", item.id())
                                .exists());
    }

    /** Unless the customer left meanwhile. */
    private Outcome export(Item<ExportOrder> item) {
        if (!isThePartners(item)) {
            return Outcome.refused(Problems.notFound());
        }
        var order = item.job().parameters();
        outbox.append(AccessDecided.fact(item, null));
        var export = exports.freezeFor(
                item.id(),
                order.dashboard(),
                order.format(),
                order.locale() == null ? null : Locale.forLanguageTag(order.locale()),
                item.job().asker().subject());
        return Outcome.done(Map.of("exportId", export));
    }

    /**
     * Refuses a customer. As at the gateway its access log tells of every refusal of its own partner, while somebody
     * else's customer has nothing to read about it, and is just not found.
     */
    private Outcome refuse(Item<ExportOrder> item, Problem problem) {
        if (!isThePartners(item)) {
            return Outcome.refused(Problems.notFound());
        }
        outbox.append(AccessDecided.fact(item, problem.code()));
        return Outcome.refused(problem);
    }

    /** As the worker: whether the customer is the partner's, whoever sees it. */
    private boolean isThePartners(Item<ExportOrder> item) {
        return database.sql("select 1 from customers where partner_id = :partner and id = :customer")
                .with("partner", item.job().partnerId())
                .with("customer", item.id())
                .exists();
    }

    @Override
    public Outcome failed(Item<ExportOrder> item, RuntimeException failure) {
        var away = failure instanceof Problem problem && problem.status() == UNAVAILABLE;
        return away || item.attempts() < MOST_ATTEMPTS ? Outcome.later(RETRY_AFTER) : Outcome.failed("failed");
    }

    @Override
    public Object result(Job<ExportOrder> job) {
        return new ExportJobResult(
                jobs.count(job, ItemState.DONE),
                jobs.count(job, ItemState.REFUSED),
                "/v1/dashboard-export-jobs/" + job.shownId() + "/exports");
    }

    @Override
    public int runners() {
        return 2;
    }

    @Override
    public int handful() {
        return 20;
    }
}
