package dev.kontor.customers.customers;

import dev.kontor.customers.NameInCrm;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.text.Folding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

    /** Whether one that the caller sees has that id, however it is written. */
    boolean hasExternalId(UUID partnerId, String externalId) {
        return count(
                        "partnerId = ?1 and externalIdKey = ?2 and externalId is not null",
                        partnerId,
                        Folding.of(externalId))
                > 0;
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

    /** A customer as far as it is folded. */
    record Folded(UUID id, UUID partnerId, String name, String displayName, String externalId) {}

    /** Some that were folded otherwise than now, held; those another replica holds are passed over. */
    List<Folded> foldedOtherwise(int most) {
        return database.sql(
                        """
                        select id, partner_id, name, display_name, external_id from customer where folding < :version
                        limit :most for update skip locked""")
                .with("version", Folding.VERSION)
                .with("most", most)
                .list(Folded.class);
    }

    /** Folds it as now. An id that another one's is the same as by now keeps a key of its own: nobody loses its id. */
    void fold(Folded customer) {
        var externalId = customer.externalId();
        database.sql(
                        """
                        update customer c
                        set sort_name = :sortName, search_text = :searchText, folding = :version,
                            external_id_key = case
                                when exists (
                                    select from customer o
                                    where o.partner_id = :partner and o.external_id_key = cast(:key as text)
                                      and o.external_id is not null and o.id <> :id)
                                then cast(:key as text) || ' ' || c.id else cast(:key as text) end
                        where c.partner_id = :partner and c.id = :id""")
                .with("sortName", SearchText.sortable(customer.displayName()))
                .with("searchText", SearchText.of(customer.displayName(), customer.name()))
                .with("version", Folding.VERSION)
                .with("key", externalId == null ? null : Folding.of(externalId))
                .with("partner", customer.partnerId())
                .with("id", customer.id())
                .update();
    }

    void show(NameInCrm name) {
        database.sql(
                        """
                        update customer set crm_sync = :state, crm_failure = :failure, updated_at = :at
                        where partner_id = :partnerId and id = :customerId and crm_account_id is not null
                          and (crm_sync, crm_failure) is distinct from (:state, :failure)""")
                .with(name)
                .update();
    }
}
