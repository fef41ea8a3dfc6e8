package dev.kontor.customers.disconnects;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Disconnects that wait for their day; a row a customer. */
@ApplicationScoped
class DisconnectSchedule {

    private final Database database;

    DisconnectSchedule(Database database) {
        this.database = database;
    }

    /** One that is due. */
    record Due(UUID partnerId, UUID customerId, Instant effectiveAt, String scheduledBy) {}

    /** False where one stands already: it stays as it is. */
    boolean add(UUID partnerId, UUID customerId, Instant effectiveAt, String by, Instant now) {
        return database.sql(
                                """
                                insert into disconnect_schedule
                                    (partner_id, customer_id, effective_at, scheduled_by, scheduled_at)
                                values (:partner, :customer, :day, :by, :now) on conflict do nothing""")
                        .with("partner", partnerId)
                        .with("customer", customerId)
                        .with("day", effectiveAt)
                        .with("by", by)
                        .with("now", now)
                        .update()
                == 1;
    }

    Optional<Instant> of(UUID partnerId, UUID customerId) {
        return database.sql(
                        """
                        select effective_at from disconnect_schedule
                        where partner_id = :partner and customer_id = :customer""")
                .with("partner", partnerId)
                .with("customer", customerId)
                .first(Instant.class);
    }

    /** The day of the one removed; empty where there was none. */
    Optional<Instant> remove(UUID partnerId, UUID customerId) {
        return database.sql(
                        """
                        delete from disconnect_schedule where partner_id = :partner and customer_id = :customer
                        returning effective_at""")
                .with("partner", partnerId)
                .with("customer", customerId)
                .first(Instant.class);
    }

    /**
     * The one due longest, held until the transaction ends together with its customer, which everybody else takes before
     * the schedule; those that somebody holds are passed over.
     */
    Optional<Due> claim(Instant now, Collection<UUID> except) {
        return database.sql(
                        """
                        select d.partner_id, d.customer_id, d.effective_at, d.scheduled_by
                        from disconnect_schedule d
                        join customer c on c.partner_id = d.partner_id and c.id = d.customer_id
                        where d.effective_at <= :now and d.customer_id <> all(:except)
                        order by d.effective_at, d.customer_id limit 1 for update skip locked""")
                .with("now", now)
                .with("except", except.toArray(UUID[]::new))
                .first(Due.class);
    }
}
