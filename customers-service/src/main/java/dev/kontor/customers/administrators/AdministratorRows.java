package dev.kontor.customers.administrators;

import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The rows behind {@code kontor.sees}; in this service they are the original, everywhere else copies. */
@ApplicationScoped
class AdministratorRows {

    private final Session database;

    AdministratorRows(Session database) {
        this.database = database;
    }

    Optional<AdministratorState> find(UUID partnerId, String subject) {
        return database.createNativeQuery(
                        "select all_customers, version from administrator where partner_id = ?1 and subject = ?2",
                        Object[].class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .getResultStream()
                .findFirst()
                .map(row ->
                        new AdministratorState(partnerId, subject, (Boolean) row[0], ((Number) row[1]).longValue()));
    }

    List<String> subjectsAfter(UUID partnerId, String subject, int limit) {
        return Values.of(
                        database,
                        """
                        select subject from administrator where partner_id = ?1 and subject > ?2
                        order by subject limit ?3""",
                        String.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, limit)
                .getResultList();
    }

    long count(UUID partnerId) {
        return Values.of(database, "select count(*) from administrator where partner_id = ?1", Long.class)
                .setParameter(1, partnerId)
                .getSingleResult();
    }

    /** Names a subject that sees nothing by that alone; empty where it is named already, which stays as it is. */
    Optional<AdministratorState> add(UUID partnerId, String subject) {
        var added = database.createNativeMutationQuery(
                        """
                        insert into administrator (partner_id, subject, all_customers, version)
                        values (?1, ?2, false, 1) on conflict do nothing""")
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .executeUpdate();
        return added == 0 ? Optional.empty() : Optional.of(new AdministratorState(partnerId, subject, false, 1));
    }

    AdministratorState write(UUID partnerId, String subject, boolean allCustomers) {
        var version = Values.of(
                        database,
                        """
                        insert into administrator (partner_id, subject, all_customers, version) values (?1, ?2, ?3, 1)
                        on conflict (partner_id, subject)
                            do update set all_customers = excluded.all_customers, version = administrator.version + 1
                        returning version""",
                        Long.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, allCustomers)
                .getSingleResult();
        return new AdministratorState(partnerId, subject, allCustomers, version);
    }

    List<UUID> assigned(UUID partnerId, String subject) {
        return Values.of(
                        database,
                        """
                        select customer_id from assignment where partner_id = ?1 and subject = ?2
                        order by customer_id""",
                        UUID.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .getResultList();
    }

    boolean isAssigned(UUID partnerId, String subject, UUID customerId) {
        return !Values.of(
                        database,
                        """
                        select 1 from assignment where partner_id = ?1 and subject = ?2 and customer_id = ?3""",
                        Integer.class)
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, customerId)
                .getResultList()
                .isEmpty();
    }

    void assign(UUID partnerId, String subject, UUID customerId) {
        database.createNativeMutationQuery(
                        """
                        insert into assignment (partner_id, subject, customer_id) values (?1, ?2, ?3)
                        on conflict do nothing""")
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, customerId)
                .executeUpdate();
    }

    void unassign(UUID partnerId, String subject, UUID customerId) {
        database.createNativeMutationQuery(
                        "delete from assignment where partner_id = ?1 and subject = ?2 and customer_id = ?3")
                .setParameter(1, partnerId)
                .setParameter(2, subject)
                .setParameter(3, customerId)
                .executeUpdate();
    }

    /** Those of {@code ids} that are customers of the partner. */
    List<UUID> existing(List<UUID> ids) {
        return Values.of(database, "select id from customer where id = any(?1)", UUID.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
    }
}
