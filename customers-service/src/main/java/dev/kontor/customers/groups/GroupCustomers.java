package dev.kontor.customers.groups;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which customers are in which groups; these rows are the original of {@code kontor.sees}' copies everywhere. */
@ApplicationScoped
class GroupCustomers {

    private final Database database;

    GroupCustomers(Database database) {
        this.database = database;
    }

    /** How many of each group's customers the caller sees; a group without any is not in it. */
    Map<UUID, Long> counts(Collection<UUID> groupIds) {
        var counts = new HashMap<UUID, Long>();
        database.sql(
                        """
                        select m.group_id, count(*) from group_customer m
                        join customer c on c.partner_id = m.partner_id and c.id = m.customer_id
                        where m.group_id = any(:groups) group by m.group_id""")
                .with("groups", groupIds.toArray(UUID[]::new))
                .each(row -> counts.put(row.id("group_id"), row.number("count")));
        return counts;
    }

    long groupsOf(UUID partnerId, UUID customerId) {
        return database.sql(
                        "select count(*) from group_customer where partner_id = :partner and customer_id = :customer")
                .with("partner", partnerId)
                .with("customer", customerId)
                .one(Long.class);
    }

    /** The group's customers, as far as the caller sees them. */
    List<UUID> of(UUID groupId) {
        return database.sql(
                        """
                        select c.id from group_customer m
                        join customer c on c.partner_id = m.partner_id and c.id = m.customer_id
                        where m.group_id = :group""")
                .with("group", groupId)
                .list(UUID.class);
    }

    /** False where it was in the group already. */
    boolean add(UUID partnerId, UUID groupId, UUID customerId) {
        return database.sql(
                                """
                                insert into group_customer (partner_id, group_id, customer_id)
                                values (:partner, :group, :customer) on conflict do nothing""")
                        .with("partner", partnerId)
                        .with("group", groupId)
                        .with("customer", customerId)
                        .update()
                > 0;
    }

    /** False where it was not in the group. */
    boolean remove(UUID partnerId, UUID groupId, UUID customerId) {
        return database.sql(
                                """
                                delete from group_customer
                                where partner_id = :partner and group_id = :group and customer_id = :customer""")
                        .with("partner", partnerId)
                        .with("group", groupId)
                        .with("customer", customerId)
                        .update()
                > 0;
    }

    /** Takes every customer out of the group; answers which ones were in it. */
    List<UUID> removeAll(UUID partnerId, UUID groupId) {
        return database.sql(
                        """
                        delete from group_customer where partner_id = :partner and group_id = :group
                        returning customer_id""")
                .with("partner", partnerId)
                .with("group", groupId)
                .list(UUID.class);
    }

    /** Takes the customer out of every group of the partner; answers which ones it was in. */
    List<UUID> removeFromAll(UUID partnerId, UUID customerId) {
        return database.sql(
                        """
                        delete from group_customer where partner_id = :partner and customer_id = :customer
                        returning group_id""")
                .with("partner", partnerId)
                .with("customer", customerId)
                .list(UUID.class);
    }
}
