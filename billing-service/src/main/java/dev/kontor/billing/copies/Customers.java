package dev.kontor.billing.copies;

import dev.kontor.billing.database.Database;
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
    private final Event<CustomerKnown> known;

    Customers(Database database, Event<CustomerKnown> known) {
        this.database = database;
        this.known = known;
    }

    private record Current(UUID id, UUID partnerId, long version) {}

    /** Every stretch of time of these customers that the caller may see. */
    public List<Relation> relations(Collection<UUID> customerIds) {
        return database.list(
                SELECT + " where customer_id = any (?)", Relation::read, (Object) customerIds.toArray(UUID[]::new));
    }

    /** The partner's customers between two instants, those who left in between included; oldest stretch first. */
    public List<Relation> of(UUID partnerId, Instant from, Instant until) {
        return database.list(
                SELECT
                        + """
                         where partner_id = ? and since < ? and (until is null or until > ?)
                         order by customer_id, since""",
                Relation::read,
                partnerId,
                until,
                from);
    }

    void apply(CustomerState state) {
        Optional<Current> current = database.first(
                "select id, partner_id, version from customer_relation where customer_id = ? and until is null for update",
                row -> new Current(row.id("id"), row.id("partner_id"), row.number("version")),
                state.id());
        if (current.isEmpty()) {
            begin(state, state.createdAt());
        } else if (current.get().version() < state.version()) {
            follow(current.get(), state);
        }
    }

    private void follow(Current current, CustomerState state) {
        if (current.partnerId().equals(state.partnerId())) {
            database.update(
                    """
                    update customer_relation set name = ?, account_type = ?, external_id = ?, version = ?
                    where partner_id = ? and id = ?""",
                    state.shownName(),
                    state.accountType(),
                    state.externalId(),
                    state.version(),
                    current.partnerId(),
                    current.id());
            return;
        }
        database.update(
                "update customer_relation set until = greatest(since, ?) where partner_id = ? and id = ?",
                state.updatedAt(),
                current.partnerId(),
                current.id());
        begin(state, state.updatedAt());
    }

    private void begin(CustomerState state, Instant since) {
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
