package dev.kontor.billing.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    private record Latest(UUID id, UUID partnerId, long version, Instant since, @Nullable Instant until) {}

    /** What billing needs of a customer's state. */
    record State(
            UUID id,
            @Nullable UUID partnerId,
            String name,
            @Nullable String displayName,
            String accountType,
            @Nullable String externalId,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant disconnectedAt,
            long version) {

        private Shown shown() {
            return new Shown(id, displayName == null ? name : displayName, accountType, externalId, version);
        }

        /** When a relation that began at {@code since} ended: the effective date of a disconnect, where this state is of one. */
        Instant changedHandsAfter(Instant since) {
            var scheduled =
                    disconnectedAt != null && disconnectedAt.isAfter(since) && !disconnectedAt.isAfter(updatedAt);
            return scheduled ? disconnectedAt : updatedAt;
        }
    }

    private record Shown(UUID customer, String name, String accountType, @Nullable String externalId, long version) {}

    @Produces
    Copy<State> customers() {
        return new Copy<>("kontor.customers.v1", "customer", State.class, this::apply);
    }

    /** Every stretch of time of these customers that the caller may see. */
    public List<Relation> relations(Collection<UUID> customerIds) {
        return database.sql(SELECT + " where customer_id = any (:customers)")
                .with("customers", customerIds.toArray(UUID[]::new))
                .list(Relation.class);
    }

    /** The partner's customers between two instants, those who left in between included; oldest stretch first. */
    public List<Relation> of(UUID partnerId, Instant from, Instant until) {
        return of(partnerId, from, until, null);
    }

    /** The same of one customer; null for all. */
    public List<Relation> of(UUID partnerId, Instant from, Instant until, @Nullable UUID customerId) {
        return database.sql(
                        SELECT
                                + " "
                                + """
                                where partner_id = :partner and since < :until and (until is null or until > :from)
                                  and (:customer::uuid is null or customer_id = :customer)
                                order by customer_id, since""")
                .with("partner", partnerId)
                .with("from", from)
                .with("until", until)
                .with("customer", customerId)
                .list(Relation.class);
    }

    private void apply(State state) {
        var latest = database.sql(
                        """
                        select id, partner_id, version, since, until from customer_relation
                        where customer_id = :id order by since desc, version desc limit 1 for update""")
                .with("id", state.id())
                .first(Latest.class);
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

    private void follow(Latest latest, State state) {
        if (latest.partnerId().equals(state.partnerId()) && latest.until() == null) {
            database.sql(
                            """
                            update customer_relation set name = :name, account_type = :accountType,
                                external_id = :externalId, version = :version
                            where partner_id = :partner and id = :id and customer_id = :customer""")
                    .with(state.shown())
                    .with("partner", latest.partnerId())
                    .with("id", latest.id())
                    .update();
            return;
        }
        var at = state.changedHandsAfter(latest.since());
        database.sql(
                        """
                        update customer_relation set until = coalesce(until, greatest(since, :at)), version = :version
                        where partner_id = :partner and id = :id""")
                .with("at", at)
                .with("version", state.version())
                .with("partner", latest.partnerId())
                .with("id", latest.id())
                .update();
        begin(state, at);
    }

    private void begin(State state, Instant since) {
        if (state.partnerId() == null) {
            return;
        }
        // Learnt at the same moment by event and by asking: one of the two is enough, both say the same.
        var added = database.sql(
                        """
                        insert into customer_relation
                            (partner_id, id, customer_id, name, account_type, external_id, since, version)
                        values (:partner, :id, :customer, :name, :accountType, :externalId, :since, :version)
                        on conflict do nothing""")
                .with(state.shown())
                .with("partner", state.partnerId())
                .with("id", Ids.next())
                .with("since", since)
                .update();
        if (added == 1) {
            known.fire(new CustomerKnown(state.id()));
        }
    }
}
