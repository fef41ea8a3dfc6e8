package dev.kontor.customers.administrators;

import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Who sees customers through which groups; the other half of {@code kontor.sees} beside direct assignments. */
@ApplicationScoped
class GroupAdministrators {

    private final Session database;

    GroupAdministrators(Session database) {
        this.database = database;
    }

    List<UUID> of(UUID partnerId, String subject) {
        return Values.of(
                        database,
                        """
                        select group_id from group_administrator where partner_id = ?1 and subject = ?2
                        order by group_id""",
                        UUID.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .getResultList();
    }

    List<String> subjectsOf(UUID partnerId, UUID groupId) {
        return Values.of(
                        database,
                        """
                        select subject from group_administrator where partner_id = ?1 and group_id = ?2
                        order by subject""",
                        String.class)
                .setParameter(1, partnerId)
                .setParameter(2, groupId)
                .getResultList();
    }

    List<UUID> through(UUID partnerId, String subject, UUID customerId) {
        return Values.of(
                        database,
                        """
                        select g.group_id from group_administrator g
                        join group_customer m on m.partner_id = g.partner_id and m.group_id = g.group_id
                        where g.partner_id = ?1 and g.subject = ?2 and m.customer_id = ?3""",
                        UUID.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, customerId)
                .getResultList();
    }

    /** Those of {@code ids} that are groups of the partner; held, so that none is deleted before the transaction ends. */
    List<UUID> existing(List<UUID> ids) {
        return Values.of(database, "select id from customer_group where id = any(?1) order by id for share", UUID.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** False where it was one of the group's already. */
    boolean add(UUID partnerId, UUID groupId, String subject) {
        return database.createNativeMutationQuery(
                                """
                                insert into group_administrator (partner_id, group_id, subject) values (?1, ?2, ?3)
                                on conflict do nothing""")
                        .setParameter(1, partnerId)
                        .setParameter(2, groupId)
                        .setParameter(3, subject)
                        .executeUpdate()
                > 0;
    }

    boolean remove(UUID partnerId, UUID groupId, String subject) {
        return database.createNativeMutationQuery(
                                "delete from group_administrator where partner_id = ?1 and group_id = ?2 and subject = ?3")
                        .setParameter(1, partnerId)
                        .setParameter(2, groupId)
                        .setParameter(3, subject)
                        .executeUpdate()
                > 0;
    }

    /** Answers whom it took out of the group. */
    List<String> removeAll(UUID partnerId, UUID groupId) {
        return Values.of(
                        database,
                        """
                        delete from group_administrator where partner_id = ?1 and group_id = ?2 returning subject""",
                        String.class)
                .setParameter(1, partnerId)
                .setParameter(2, groupId)
                .getResultList();
    }
}
