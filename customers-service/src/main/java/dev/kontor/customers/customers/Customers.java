package dev.kontor.customers.customers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {

    boolean hasExternalId(UUID partnerId, String externalId) {
        return count("partnerId = ?1 and externalId = ?2", partnerId, externalId) > 0;
    }

    /** Read by query, not by id, so that row security speaks each time and not the persistence context. */
    Optional<Customer> visible(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<Customer> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
