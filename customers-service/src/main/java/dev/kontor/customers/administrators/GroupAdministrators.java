package dev.kontor.customers.administrators;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who sees customers through which groups; the other half of {@code kontor.sees} beside direct assignments. */
@ApplicationScoped
class GroupAdministrators {

    private final Database database;

    GroupAdministrators(Database database) {
        this.database = database;
    }

    List<UUID> of(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select group_id from group_administrator where partner_id = :partner and subject = :subject
                        order by group_id""")
                .with("partner", partnerId)
                .with("subject", subject)
                .list(UUID.class);
    }

    List<String> subjectsOf(UUID partnerId, UUID groupId) {
        return database.sql(
                        """
                        select subject from group_administrator where partner_id = :partner and group_id = :group
                        order by subject""")
                .with("partner", partnerId)
                .with("group", groupId)
                .list(String.class);
    }

    List<UUID> through(UUID partnerId, String subject, UUID customerId) {
        return database.sql(
                        """
                        select g.group_id from group_administrator g
                        join group_customer m on m.partner_id = g.partner_id and m.group_id = g.group_id
                        where g.partner_id = :partner and g.subject = :subject and m.customer_id = :customer""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("customer", customerId)
                .list(UUID.class);
    }

    /** Those of {@code ids} that are groups of the partner; held, so that none is deleted before the transaction ends. */
    List<UUID> existing(List<UUID> ids) {
        return database.sql("select id from customer_group where id = any(:ids) order by id for share")
                .with("ids", ids.toArray(UUID[]::new))
                .list(UUID.class);
    }

    /** False where it was one of the group's already. */
    boolean add(UUID partnerId, UUID groupId, String subject) {
        return database.sql(
                                """
                                insert into group_administrator (partner_id, group_id, subject)
                                values (:partner, :group, :subject) on conflict do nothing""")
                        .with("partner", partnerId)
                        .with("group", groupId)
                        .with("subject", subject)
                        .update()
                > 0;
    }

    boolean remove(UUID partnerId, UUID groupId, String subject) {
        return database.sql(
                                """
                                delete from group_administrator
                                where partner_id = :partner and group_id = :group and subject = :subject""")
                        .with("partner", partnerId)
                        .with("group", groupId)
                        .with("subject", subject)
                        .update()
                > 0;
    }

    /** Answers whom it took out of the group. */
    List<String> removeAll(UUID partnerId, UUID groupId) {
        return database.sql(
                        """
                        delete from group_administrator where partner_id = :partner and group_id = :group
                        returning subject""")
                .with("partner", partnerId)
                .with("group", groupId)
                .list(String.class);
    }
}
