package dev.kontor.customers.groups;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.text.Folding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CustomerGroups implements PanacheRepositoryBase<CustomerGroup, UUID> {

    private final Database database;

    CustomerGroups(Database database) {
        this.database = database;
    }

    /** By name; which ones a caller knows of is row security's decision. */
    List<CustomerGroup> list(PageRequest page) {
        var query = page.after()
                .map(last -> {
                    if (last.size() != 1) {
                        throw Problems.invalidCursor();
                    }
                    return find("nameKey > ?1 order by nameKey", last.get(0));
                })
                .orElseGet(() -> find("order by nameKey"));
        return query.page(Page.ofSize(page.fetch())).list();
    }

    /** Read by query, not by id, so that row security speaks each time and not the persistence context. */
    Optional<CustomerGroup> visible(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /** The same, held against being deleted until the transaction ends. */
    Optional<CustomerGroup> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }

    /** The same, held against everybody else: nothing is put into it any more. */
    Optional<CustomerGroup> heldAlone(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** A group as far as it is folded. */
    record Folded(UUID id, UUID partnerId, String name) {}

    /** Some that were folded otherwise than now, held; those another replica holds are passed over. */
    List<Folded> foldedOtherwise(int most) {
        return database.sql(
                        """
                        select id, partner_id, name from customer_group where folding < :version
                        limit :most for update skip locked""")
                .with("version", Folding.VERSION)
                .with("most", most)
                .list(Folded.class);
    }

    /** Folds it as now. A name that another one's is the same as by now keeps a key of its own: nobody loses its name. */
    void fold(Folded group) {
        database.sql(
                        """
                        update customer_group g
                        set folding = :version,
                            name_key = case
                                when exists (
                                    select from customer_group o
                                    where o.partner_id = :partner and o.name_key = :key and o.id <> :id)
                                then cast(:key as text) || ' ' || g.id else cast(:key as text) end
                        where g.partner_id = :partner and g.id = :id""")
                .with("version", Folding.VERSION)
                .with("key", Folding.of(group.name()))
                .with("partner", group.partnerId())
                .with("id", group.id())
                .update();
    }

    boolean hasName(UUID partnerId, String nameKey) {
        return count("partnerId = ?1 and nameKey = ?2", partnerId, nameKey) > 0;
    }
}
