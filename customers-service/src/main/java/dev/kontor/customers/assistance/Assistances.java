package dev.kontor.customers.assistance;

import dev.kontor.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Assistances implements PanacheRepositoryBase<PartnerAssistance, UUID> {

    private static final String OF_VISIBLE_CUSTOMER = "from PartnerAssistance a where a.customerId = ?1"
            + " and exists (select 1 from Customer c where c.id = a.customerId)";

    private final Database database;

    Assistances(Database database) {
        this.database = database;
    }

    /**
     * Read by query, not by id, so that row security speaks each time and not the persistence context; also that of the
     * customer, which knows whether managed ones are shown.
     */
    Optional<PartnerAssistance> of(UUID customerId) {
        return find(OF_VISIBLE_CUSTOMER, customerId).firstResultOptional();
    }

    /** The same, held against a switch until the transaction ends: a launch and a revocation have an order. */
    Optional<PartnerAssistance> held(UUID customerId) {
        return find(OF_VISIBLE_CUSTOMER, customerId)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }

    /** The same, held against everybody else, for whoever changes it: none of two changes is lost. */
    Optional<PartnerAssistance> heldAlone(UUID customerId) {
        return find(OF_VISIBLE_CUSTOMER, customerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that ended first by the clock, held; those another replica holds are passed over. */
    Optional<PartnerAssistance> claimExpired(Instant now, Collection<UUID> except) {
        return database.sql(
                        """
                        select customer_id from partner_assistance
                        where state = 'on' and expires_at <= :now and customer_id <> all(:except)
                        order by expires_at, customer_id limit 1 for update skip locked""")
                .with("now", now)
                .with("except", except.toArray(UUID[]::new))
                .first(UUID.class)
                .flatMap(this::findByIdOptional);
    }
}
