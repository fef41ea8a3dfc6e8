package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Copies of customers, by partner and time. */
@ApplicationScoped
public class Customers {

    private static final String SELECT =
            "select partner_id, customer_id, name, external_id, since, until from customer_relation";

    private final Database database;
    private final Changes changes;
    private final Event<CustomerKnown> known;

    Customers(Database database, Changes changes, Event<CustomerKnown> known) {
        this.database = database;
        this.changes = changes;
        this.known = known;
    }

    private record Latest(UUID id, UUID partnerId, long version, Instant since, boolean ended) {

        static Latest read(Row row) {
            return new Latest(
                    row.id("id"),
                    row.id("partner_id"),
                    row.number("version"),
                    row.instant("since"),
                    row.instant("until") != null);
        }
    }

    /** Every stretch of time of these customers that the caller may see. */
    public List<Relation> relations(Collection<UUID> customerIds) {
        return database.list(
                SELECT + " where customer_id = any (?)", Relation::read, (Object) customerIds.toArray(UUID[]::new));
    }

    /** The partner's customers between two instants, those who left in between included; oldest stretch first. */
    public List<Relation> of(UUID partnerId, Instant from, Instant until) {
        return of(partnerId, from, until, null);
    }

    /** The same of one customer; null for all. */
    public List<Relation> of(UUID partnerId, Instant from, Instant until, UUID customerId) {
        return database.list(
                SELECT
                        + " "
                        + """
                        where partner_id = ? and since < ? and (until is null or until > ?)
                          and (?::uuid is null or customer_id = ?)
                        order by customer_id, since""",
                Relation::read,
                partnerId,
                until,
                from,
                customerId,
                customerId);
    }

    void apply(CustomerState state) {
        Optional<Latest> latest = database.first(
                """
                select id, partner_id, version, since, until from customer_relation
                where customer_id = ? order by since desc, version desc limit 1 for update""",
                Latest::read,
                state.id());
        if (latest.isEmpty()) {
            begin(state, state.createdAt());
        } else if (latest.get().version() < state.version()) {
            follow(latest.get(), state);
            changes.changed(List.of(latest.get().partnerId()));
        }
        if (state.partnerId() != null) {
            changes.changed(List.of(state.partnerId()));
        }
    }

    private void follow(Latest latest, CustomerState state) {
        if (latest.partnerId().equals(state.partnerId()) && !latest.ended()) {
            database.update(
                    """
                    update customer_relation set name = ?, account_type = ?, external_id = ?, version = ?
                    where partner_id = ? and id = ?""",
                    state.shownName(),
                    state.accountType(),
                    state.externalId(),
                    state.version(),
                    latest.partnerId(),
                    latest.id());
            return;
        }
        Instant at = state.changedHandsAfter(latest.since());
        database.update(
                """
                update customer_relation set until = coalesce(until, greatest(since, ?)), version = ?
                where partner_id = ? and id = ?""",
                at,
                state.version(),
                latest.partnerId(),
                latest.id());
        begin(state, at);
    }

    private void begin(CustomerState state, Instant since) {
        if (state.partnerId() == null) {
            return;
        }
        // Learnt at the same moment by event and by asking: one of the two is enough, both say the same.
        int added = database.update(
                """
                insert into customer_relation
                    (partner_id, id, customer_id, name, account_type, external_id, since, version)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                state.partnerId(),
                Ids.next(),
                state.id(),
                state.shownName(),
                state.accountType(),
                state.externalId(),
                since,
                state.version());
        if (added == 1) {
            known.fire(new CustomerKnown(state.id()));
        }
    }
}
