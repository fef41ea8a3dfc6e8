package dev.kontor.customers.bulk;

import dev.kontor.customers.disconnects.Disconnected;
import dev.kontor.customers.disconnects.Disconnects;
import dev.kontor.customers.disconnects.Requester;
import dev.kontor.customers.groups.GroupService;
import dev.kontor.platform.jobs.Ending;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.JobKind;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.jobs.Needs;
import dev.kontor.platform.jobs.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;

/** Does a job's operation to one customer, by the rules that hold for that customer alone; a repeat does no harm. */
@ApplicationScoped
class BulkKind implements JobKind<BulkWork> {

    private final Jobs jobs;
    private final GroupService groups;
    private final BillingTypeChanges billingTypes;
    private final Disconnects disconnects;

    BulkKind(Jobs jobs, GroupService groups, BillingTypeChanges billingTypes, Disconnects disconnects) {
        this.jobs = jobs;
        this.groups = groups;
        this.billingTypes = billingTypes;
        this.disconnects = disconnects;
    }

    @Override
    public String code() {
        return "customers-bulk";
    }

    @Override
    public Class<BulkWork> parameters() {
        return BulkWork.class;
    }

    @Override
    public Needs needs(BulkWork work) {
        return work.operation().needs();
    }

    @Override
    public Ending perform(Item<BulkWork> item) {
        var job = item.job();
        var work = job.parameters();
        var outcome =
                switch (work.operation()) {
                    case ADD_TO_GROUP -> {
                        groups.addCustomer(work.parameters().groupId(), item.id());
                        yield Outcome.done();
                    }
                    case CHANGE_BILLING_TYPE -> billingTypes.change(item);
                    case DISCONNECT ->
                        said(disconnects.disconnect(
                                item.id(),
                                new Requester(
                                        job.partnerId(),
                                        job.asker().subject(),
                                        job.asker().programs())));
                };
        return () -> outcome;
    }

    @Override
    public Object result(Job<BulkWork> job) {
        return BulkResult.of(job.parameters().operation(), jobs.items(job));
    }

    private static Outcome said(Disconnected disconnected) {
        var details = new LinkedHashMap<String, Object>();
        details.put("mode", disconnected.mode());
        if (disconnected.scheduledFor() != null) {
            details.put("scheduledFor", disconnected.scheduledFor());
        }
        return Outcome.done(details);
    }
}
