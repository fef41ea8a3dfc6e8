package dev.kontor.customers.groups;

import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Which customers are in which groups; these rows are the original of {@code kontor.sees}' copies everywhere. */
@ApplicationScoped
class GroupCustomers {

    private final Session database;

    GroupCustomers(Session database) {
        this.database = database;
    }

    /** How many of each group's customers the caller sees; a group without any is not in it. */
    Map<UUID, Long> counts(Collection<UUID> groupIds) {
        return database.createNativeQuery(
                        """
                        select m.group_id, count(*) from group_customer m
                        join customer c on c.partner_id = m.partner_id and c.id = m.customer_id
                        where m.group_id = any(?1) group by m.group_id""",
                        Object[].class)
                .setParameter(1, groupIds.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    long groupsOf(UUID partnerId, UUID customerId) {
        return Values.of(
                        database,
                        "select count(*) from group_customer where partner_id = ?1 and customer_id = ?2",
                        Long.class)
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .getSingleResult();
    }

    /** False where it was in the group already. */
    boolean add(UUID partnerId, UUID groupId, UUID customerId) {
        return database.createNativeMutationQuery(
                                """
                                insert into group_customer (partner_id, group_id, customer_id) values (?1, ?2, ?3)
                                on conflict do nothing""")
                        .setParameter(1, partnerId)
                        .setParameter(2, groupId)
                        .setParameter(3, customerId)
                        .executeUpdate()
                > 0;
    }

    /** False where it was not in the group. */
    boolean remove(UUID partnerId, UUID groupId, UUID customerId) {
        return database.createNativeMutationQuery(
                                "delete from group_customer where partner_id = ?1 and group_id = ?2 and customer_id = ?3")
                        .setParameter(1, partnerId)
                        .setParameter(2, groupId)
                        .setParameter(3, customerId)
                        .executeUpdate()
                > 0;
    }

    /** Takes every customer out of the group; answers which ones were in it. */
    List<UUID> removeAll(UUID partnerId, UUID groupId) {
        return Values.of(
                        database,
                        """
                        delete from group_customer where partner_id = ?1 and group_id = ?2 returning customer_id""",
                        UUID.class)
                .setParameter(1, partnerId)
                .setParameter(2, groupId)
                .getResultList();
    }

    /** Takes the customer out of every group of the partner; answers which ones it was in. */
    List<UUID> removeFromAll(UUID partnerId, UUID customerId) {
        return Values.of(
                        database,
                        """
                        delete from group_customer where partner_id = ?1 and customer_id = ?2 returning group_id""",
                        UUID.class)
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .getResultList();
    }

    /**
     * What a list row shows changed, so scripts that sync by updatedSince must see it again.
     *
     * @return false where the caller does not see that customer
     */
    boolean touch(UUID customerId, Instant now) {
        return database.createNativeMutationQuery("update customer set updated_at = ?1 where id = ?2")
                        .setParameter(1, now)
                        .setParameter(2, customerId)
                        .executeUpdate()
                > 0;
    }

    /** The same for everything in a group. */
    void touchAll(UUID groupId, Instant now) {
        database.createNativeMutationQuery(
                        """
                        update customer c set updated_at = ?1 from group_customer m
                        where m.group_id = ?2 and c.partner_id = m.partner_id and c.id = m.customer_id""")
                .setParameter(1, now)
                .setParameter(2, groupId)
                .executeUpdate();
    }
}
