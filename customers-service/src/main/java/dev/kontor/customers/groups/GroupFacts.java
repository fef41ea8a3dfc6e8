package dev.kontor.customers.groups;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Tells of groups, and of each membership as a record of its own, so that none grows without bound (decision 4). */
@ApplicationScoped
class GroupFacts {

    private final Outbox outbox;

    GroupFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void created(GroupState group) {
        tell("group.created", group, Map.of());
    }

    void renamed(GroupState group, String from) {
        tell("group.renamed", group, Map.of("from", from, "to", group.name()));
    }

    void deleted(GroupState group) {
        outbox.append(Fact.tombstone(Topics.CUSTOMERS, key(group), "group.deleted", group.partnerId()));
    }

    void customerAdded(UUID partnerId, UUID groupId, UUID customerId) {
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                key(partnerId, groupId, customerId),
                "group-customer.added",
                partnerId,
                Map.of(),
                Map.of("partnerId", partnerId, "groupId", groupId, "customerId", customerId)));
    }

    void customerRemoved(UUID partnerId, UUID groupId, UUID customerId) {
        outbox.append(Fact.tombstone(
                Topics.CUSTOMERS, key(partnerId, groupId, customerId), "group-customer.removed", partnerId));
    }

    private void tell(String type, GroupState group, Object event) {
        outbox.append(Fact.of(Topics.CUSTOMERS, key(group), type, group.partnerId(), event, group));
    }

    private static String key(GroupState group) {
        return "group/" + group.partnerId() + "/" + group.id();
    }

    private static String key(UUID partnerId, UUID groupId, UUID customerId) {
        return "group-customer/" + partnerId + "/" + groupId + "/" + customerId;
    }
}
