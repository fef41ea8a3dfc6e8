package dev.kontor.customers.managementrequests;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ManagementRequests implements PanacheRepositoryBase<ManagementRequest, UUID> {

    private final Database database;

    ManagementRequests(Database database) {
        this.database = database;
    }

    /** Those the caller may see, newest first; {@code state} by the clock, null for any. */
    List<ManagementRequest> newest(RequestState state, Instant now, PageRequest page) {
        var parameters = new Parameters();
        var where = in(state, now, parameters);
        if (page.after().isPresent()) {
            where += " and id < :after";
            parameters.and("after", after(page.after().get()));
        }
        return find(where + " order by id desc", parameters)
                .page(Page.ofSize(page.fetch()))
                .list();
    }

    /** How many of them there are. */
    long count(RequestState state, Instant now) {
        var parameters = new Parameters();
        return count(in(state, now, parameters), parameters);
    }

    private static String in(RequestState state, Instant now, Parameters parameters) {
        if (state == null) {
            return "id is not null";
        }
        parameters
                .and("state", state)
                .and("requested", RequestState.REQUESTED)
                .and("expired", RequestState.EXPIRED)
                .and("now", now);
        return "(case when state = :requested and expiresAt <= :now then :expired else state end) = :state";
    }

    /** Held until the transaction ends, so that two answers have an order. */
    Optional<ManagementRequest> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<ManagementRequest> openOf(UUID partnerId, UUID customerId) {
        return find("partnerId = ?1 and customerId = ?2 and state = ?3", partnerId, customerId, RequestState.REQUESTED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one overdue longest, held; those another replica holds are passed over. */
    Optional<ManagementRequest> claimOverdue(Instant now, Collection<UUID> except) {
        return database.sql(
                        """
                        select id from management_request
                        where state = 'REQUESTED' and expires_at <= :now and id <> all(:except)
                        order by expires_at, id limit 1 for update skip locked""")
                .with("now", now)
                .with("except", except.toArray(UUID[]::new))
                .first(UUID.class)
                .flatMap(this::findByIdOptional);
    }

    private static UUID after(List<String> last) {
        try {
            return UUID.fromString(last.get(0));
        } catch (IllegalArgumentException e) {
            throw Problems.invalidCursor();
        }
    }
}
