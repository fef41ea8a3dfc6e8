package dev.kontor.customers.bulk;

import dev.kontor.customers.disconnects.Disconnected;
import dev.kontor.customers.disconnects.Disconnects;
import dev.kontor.customers.disconnects.Requester;
import dev.kontor.customers.groups.GroupService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.UUID;

/** Does a job's operation to one customer, by the rules that hold for that customer alone; a repeat does no harm. */
@ApplicationScoped
class BulkOperations {

    private final GroupService groups;
    private final BillingTypeChanges billingTypes;
    private final Disconnects disconnects;

    BulkOperations(GroupService groups, BillingTypeChanges billingTypes, Disconnects disconnects) {
        this.groups = groups;
        this.billingTypes = billingTypes;
        this.disconnects = disconnects;
    }

    /**
     * @throws dev.kontor.platform.web.Problem what the customer is refused with; 503 where a service that has to be asked
     *     is away
     */
    Outcome perform(BulkJob job, UUID customerId) {
        return switch (job.operation()) {
            case ADD_TO_GROUP -> {
                groups.addCustomer(job.parameters().groupId(), customerId);
                yield Outcome.done();
            }
            case CHANGE_BILLING_TYPE -> billingTypes.change(job, customerId);
            case DISCONNECT ->
                said(disconnects.disconnect(customerId, new Requester(job.partnerId(), job.subject(), job.programs())));
        };
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
