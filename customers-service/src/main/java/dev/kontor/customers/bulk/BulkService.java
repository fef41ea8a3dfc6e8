package dev.kontor.customers.bulk;

import dev.kontor.customers.bulk.JobView.Progress;
import dev.kontor.customers.bulk.JobView.Result;
import dev.kontor.customers.groups.GroupService;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Bulk jobs, for whoever asks for one and follows it. */
@ApplicationScoped
@Transactional
class BulkService {

    private static final String MSP_FLEX = "msp-flex";
    private static final String KIND = "customers-bulk";

    private final BulkJobs jobs;
    private final GroupService groups;
    private final Caller caller;
    private final Clock clock;

    BulkService(BulkJobs jobs, GroupService groups, Caller caller, Clock clock) {
        this.jobs = jobs;
        this.groups = groups;
        this.caller = caller;
        this.clock = clock;
    }

    /** Begins a job; each customer is looked at only when it comes to it. */
    @Idempotent
    JobView start(BulkRequest request) {
        if (!caller.may(request.operation().permission())) {
            throw Problems.roleRequired();
        }
        if (request.operation() == BulkOperation.CHANGE_BILLING_TYPE
                && !caller.programs().contains(MSP_FLEX)) {
            throw Problem.of(403, "program-required", MSP_FLEX).with("program", MSP_FLEX);
        }
        var errors = request.errors();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
        var group = request.parameters().groupId();
        if (group != null && !groups.exists(group)) {
            throw Problems.invalid(InputError.pointer("/parameters/groupId", "unknown-group", group));
        }
        var job = new BulkJob(
                caller.partnerId(),
                Ids.next(),
                request.operation(),
                request.parameters(),
                caller.subject(),
                caller.seesAllByPassport(),
                caller.programs());
        jobs.add(job, request.ids().stream().distinct().toList(), clock.instant());
        return view(BulkJob.shown(job.id()));
    }

    /** 404 for a job that is not the caller's. */
    JobView view(String shownId) {
        var id = id(shownId);
        var job = jobs.standing(id).orElseThrow(Problems::notFound);
        var ended = job.state().equals("succeeded") || job.state().equals("cancelled");
        return new JobView(
                shownId,
                KIND,
                job.state().equals("cancelled") ? "failed" : job.state(),
                new Progress(job.finished(), job.total()),
                ended ? new Result(job.operation().code(), job.done(), job.refused(), jobs.items(id)) : null,
                job.state().equals("cancelled") ? JobProblem.CANCELLED : null);
    }

    /** Calls the job off; the customer it is at is still done, the others are not. */
    JobView cancel(String shownId) {
        var id = id(shownId);
        if (jobs.standing(id).isEmpty()) {
            throw Problems.notFound();
        }
        if (!jobs.cancel(id)) {
            throw Problem.of(409, "job-finished");
        }
        return view(shownId);
    }

    private static UUID id(String shownId) {
        var id = BulkJob.read(shownId);
        if (id == null) {
            throw Problems.notFound();
        }
        return id;
    }
}
