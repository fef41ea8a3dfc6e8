package dev.kontor.customers.disconnects;

import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Disconnects that wait for their day; a row a customer. */
@ApplicationScoped
class DisconnectSchedule {

    private final Session database;

    DisconnectSchedule(Session database) {
        this.database = database;
    }

    /** One that is due. */
    record Due(UUID partnerId, UUID customerId, Instant effectiveAt, String scheduledBy) {}

    /** False where one stands already: it stays as it is. */
    boolean add(UUID partnerId, UUID customerId, Instant effectiveAt, String by, Instant now) {
        return database.createNativeMutationQuery(
                                """
                                insert into disconnect_schedule
                                    (partner_id, customer_id, effective_at, scheduled_by, scheduled_at)
                                values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                        .setParameter(1, partnerId)
                        .setParameter(2, customerId)
                        .setParameter(3, effectiveAt)
                        .setParameter(4, by)
                        .setParameter(5, now)
                        .executeUpdate()
                == 1;
    }

    Optional<Instant> of(UUID partnerId, UUID customerId) {
        return Values.of(
                        database,
                        "select effective_at from disconnect_schedule where partner_id = ?1 and customer_id = ?2",
                        Instant.class)
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .getResultStream()
                .findFirst();
    }

    /** The day of the one removed; empty where there was none. */
    Optional<Instant> remove(UUID partnerId, UUID customerId) {
        return Values.of(
                        database,
                        """
                        delete from disconnect_schedule where partner_id = ?1 and customer_id = ?2
                        returning effective_at""",
                        Instant.class)
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .getResultStream()
                .findFirst();
    }

    /**
     * The one due longest, held until the transaction ends together with its customer, which everybody else takes before
     * the schedule; those that somebody holds are passed over.
     */
    Optional<Due> claim(Instant now, Collection<UUID> except) {
        return database.createNativeQuery(
                        """
                        select d.partner_id, d.customer_id, d.effective_at, d.scheduled_by
                        from disconnect_schedule d
                        join customer c on c.partner_id = d.partner_id and c.id = d.customer_id
                        where d.effective_at <= ?1 and d.customer_id <> all (?2)
                        order by d.effective_at, d.customer_id limit 1 for update skip locked""",
                        Object[].class)
                .setParameter(1, now)
                .setParameter(2, except.toArray(UUID[]::new))
                .getResultStream()
                .findFirst()
                .map(row -> new Due((UUID) row[0], (UUID) row[1], (Instant) row[2], (String) row[3]));
    }
}
