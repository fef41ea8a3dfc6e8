package dev.kontor.licensing.licenses;

import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.SelectionQuery;

/**
 * Lists licences straight from rows. A status is a question about dates, so that a filter is right at 00:00 on the day;
 * {@link #condition} says the same in HQL as {@link Term#statusAt} in Java.
 */
@ApplicationScoped
@Transactional
class LicenseList {

    private static final String COLUMNS =
            "select l.id, l.customerId, l.product, p.name, l.category, l.type, l.quantity,"
                    + " l.startAt, l.endAt, l.revoked, l.endsAt, a.accountType";

    private final EntityManager em;

    LicenseList(EntityManager em) {
        this.em = em;
    }

    Page<LicenseRow> page(LicenseSearch search, PageRequest request, Instant now) {
        var query = new Query(search, now);
        request.after().ifPresent(last -> query.after(search.order(), last));
        var rows = query.rows(search.order(), request.fetch());
        return Page.of(
                        rows,
                        request,
                        row -> List.of(search.order().lastValue(row), row.id().toString()))
                .withTotal(request, () -> new Query(search, now).count());
    }

    private static String condition(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> "l.type <> :trial and l.endsAt > :notice";
            case EXPIRING -> "l.type <> :trial and l.endsAt > :now and l.endsAt <= :notice";
            case TRIAL -> "l.type = :trial and l.endsAt > :now";
            case EXPIRED -> "not l.revoked and l.endsAt <= :now and l.endsAt > :reactivation";
            case LAPSED -> "not l.revoked and l.endsAt <= :reactivation";
            case REVOKED -> "l.revoked and l.endsAt <= :now";
        };
    }

    /** Collects conditions; only those that were asked for take part, so that the planner sees nothing else. */
    private final class Query {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Query(LicenseSearch search, Instant now) {
            where("l.customerId = :customer", "customer", search.customerId());
            where("l.category = :category", "category", search.category());
            where("l.type = :type", "type", search.type());
            where("l.product = :product", "product", search.product());
            where("l.endAt < :expiresBefore", "expiresBefore", search.expiresBefore());
            where("l.endsAt > :now", "now", search.activeOnly() ? now : null);
            where("l.type <> :ordered", "ordered", search.managed() ? null : LicenseType.ORDERED);
            if (search.asOf() == null) {
                conditions.add("not l.continued");
            } else {
                where("l.startAt <= :asOf and (not l.continued or l.endsAt > :asOf)", "asOf", search.asOf());
            }
            if (search.status() != null) {
                status(search.status(), now);
            }
        }

        private void where(String condition, String name, Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
        }

        private void status(LicenseStatus status, Instant now) {
            var condition = condition(status);
            conditions.add(condition);
            var facts = Map.of(
                    "trial",
                    LicenseType.TRIAL,
                    "now",
                    now,
                    "notice",
                    now.plus(Term.NOTICE),
                    "reactivation",
                    now.minus(Term.REACTIVATION));
            facts.forEach((name, value) -> {
                if (condition.contains(":" + name)) {
                    values.put(name, value);
                }
            });
        }

        void after(LicenseOrder order, List<String> last) {
            try {
                values.put("lastValue", Moment.ofCursor(last.get(0)));
                values.put("lastId", UUID.fromString(last.get(1)));
                conditions.add(order.after());
            } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
                throw Problems.invalidCursor();
            }
        }

        List<LicenseRow> rows(LicenseOrder order, int max) {
            var hql = COLUMNS + " from License l join Product p on p.code = l.product"
                    + " join LicenseAccount a on a.partnerId = l.partnerId and a.customerId = l.customerId" + filter()
                    + order.orderBy();
            return query(hql, LicenseRow.class).setMaxResults(max).getResultList();
        }

        long count() {
            return query("select count(*) from License l" + filter(), Long.class)
                    .getSingleResult();
        }

        private String filter() {
            return " where (" + String.join(") and (", conditions) + ")";
        }

        private <T> SelectionQuery<T> query(String hql, Class<T> type) {
            var query = em.unwrap(org.hibernate.Session.class).createSelectionQuery(hql, type);
            values.forEach(query::setParameter);
            return query;
        }
    }
}
