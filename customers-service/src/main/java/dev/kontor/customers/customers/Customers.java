package dev.kontor.customers.customers;

import dev.kontor.customers.NameInCrm;
import dev.kontor.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

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

    /** Lists show something else of them from now on; the entity's version stays. Answers how many the caller sees. */
    int touch(Collection<UUID> ids, Instant now) {
        return database.sql("update customer set updated_at = :now where id = any(:ids)")
                .with("now", now)
                .with("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void show(NameInCrm name) {
        database.sql(
                        """
                        update customer set crm_sync = :state, updated_at = :at
                        where partner_id = :partnerId and id = :customerId and crm_sync <> :state""")
                .with(name)
                .update();
    }
}
