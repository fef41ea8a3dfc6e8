package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.Traces;
import dev.kontor.platform.web.idempotency.Idempotent;
import dev.kontor.reporting.dashboards.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes orders for jobs, and says how they stand. */
@ApplicationScoped
@Transactional
class ExportJobService {

    private final ExportJobRows jobs;
    private final ExportJobItems items;
    private final Event<ExportJobRequested> requested;
    private final Caller caller;
    private final Clock clock;

    ExportJobService(
            ExportJobRows jobs, ExportJobItems items, Event<ExportJobRequested> requested, Caller caller, Clock clock) {
        this.jobs = jobs;
        this.items = items;
        this.requested = requested;
        this.caller = caller;
        this.clock = clock;
    }

    @Idempotent
    JobView create(CreateExportJob command) {
        if (!Dashboards.isVendors(command.dashboard())) {
            throw Problems.invalid(InputError.pointer("/dashboard", "no-common-dashboard", command.dashboard()));
        }
        if (!command.namesWhom()) {
            throw Problems.invalid(InputError.pointer("/customerIds", "customers-or-all"));
        }
        ExportJob job = new ExportJob(
                caller.partnerId(),
                Ids.next(),
                command.dashboard(),
                command.format(),
                command.locale() == null ? null : ProblemCatalog.language(command.locale()),
                new ExportJob.Requester(caller.subject(), caller.role(), caller.actor(), Traces.traceId()),
                caller.seesAllByPassport(),
                caller.programs(),
                ExportJob.State.QUEUED,
                clock.instant());
        jobs.add(job);
        if (command.ofAll()) {
            items.addAll(job);
        } else {
            items.add(job, command.customerIds());
        }
        requested.fire(new ExportJobRequested());
        return JobView.of(job, items.progress(job.id()));
    }

    /** Customers that the caller does not see, or not yet: some of them. */
    List<UUID> unseen(Collection<UUID> customerIds, int most) {
        return items.unseen(customerIds, most);
    }

    /** A job the caller asked for, as it stands. */
    JobView view(String publicId) {
        ExportJob job = require(publicId);
        return JobView.of(job, items.progress(job.id()));
    }

    List<ExportOfCustomer> page(String publicId, UUID after, int most) {
        return items.page(require(publicId).id(), after, most);
    }

    long count(String publicId) {
        return items.count(require(publicId).id());
    }

    private ExportJob require(String publicId) {
        return ExportJob.idOf(publicId).flatMap(jobs::find).orElseThrow(Problems::notFound);
    }
}
