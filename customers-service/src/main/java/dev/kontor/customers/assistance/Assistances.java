package dev.kontor.customers.assistance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Assistances implements PanacheRepositoryBase<PartnerAssistance, UUID> {

    /** Read by query, not by id, so that row security speaks each time and not the persistence context. */
    Optional<PartnerAssistance> of(UUID customerId) {
        return find("customerId", customerId).firstResultOptional();
    }

    /** The same, held against a switch until the transaction ends: a launch and a revocation have an order. */
    Optional<PartnerAssistance> held(UUID customerId) {
        return find("customerId", customerId)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }
}
