package dev.kontor.licensing.orders;

import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ManagedOrders implements PanacheRepositoryBase<ManagedOrder, UUID> {

    /** The latest first; {@code customerId} null for all, {@code last} the sort values before the page, or empty. */
    List<ManagedOrder> page(UUID customerId, List<String> last, int max) {
        var where = new StringBuilder("1 = 1");
        var values = new Parameters();
        if (customerId != null) {
            where.append(" and customerId = :customer");
            values.and("customer", customerId);
        }
        if (!last.isEmpty()) {
            where.append(" and (orderedAt, id) < (:lastAt, :lastId)");
            values.and("lastAt", Moment.ofCursor(last.get(0))).and("lastId", id(last));
        }
        where.append(" order by orderedAt desc, id desc");
        return find(where.toString(), values).page(0, max).list();
    }

    long count(UUID customerId) {
        return customerId == null ? count() : count("customerId", customerId);
    }

    private static UUID id(List<String> last) {
        try {
            return UUID.fromString(last.get(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
            throw Problems.invalidCursor();
        }
    }
}
