package dev.kontor.customers.groups;

import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CustomerGroups implements PanacheRepositoryBase<CustomerGroup, UUID> {

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

    boolean hasName(UUID partnerId, String nameKey) {
        return count("partnerId = ?1 and nameKey = ?2", partnerId, nameKey) > 0;
    }
}
