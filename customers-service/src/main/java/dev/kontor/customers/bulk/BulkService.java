package dev.kontor.customers.bulk;

import dev.kontor.customers.groups.GroupService;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.jobs.JobService;
import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes orders for bulk operations. */
@ApplicationScoped
@Transactional
class BulkService {

    private final Jobs jobs;
    private final JobService views;
    private final BulkKind kind;
    private final GroupService groups;
    private final Caller caller;

    BulkService(Jobs jobs, JobService views, BulkKind kind, GroupService groups, Caller caller) {
        this.jobs = jobs;
        this.views = views;
        this.kind = kind;
        this.groups = groups;
        this.caller = caller;
    }

    /** Whether the caller may ask for it, now and at each repeat. */
    void requireAllowed(BulkRequest request) {
        var needs = request.operation().needs();
        if (!caller.may(needs.permission())) {
            throw Problems.roleRequired();
        }
        if (needs.program() != null && !caller.programs().contains(needs.program())) {
            throw CommonProblem.PROGRAM_REQUIRED.problem(needs.program()).with("program", needs.program());
        }
    }

    /** Begins a job; each customer is looked at only when it comes to it. */
    @Idempotent
    JobView start(BulkRequest request) {
        var errors = request.errors();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
        var group = request.parameters().groupId();
        if (group != null && !groups.exists(group)) {
            throw Problems.invalid(InputError.pointer("/parameters/groupId", "unknown-group", group));
        }
        var job = jobs.ask(kind, new BulkWork(request.operation(), request.parameters()));
        jobs.add(job, request.ids().stream().distinct().toList());
        return views.view(job.id());
    }
}
