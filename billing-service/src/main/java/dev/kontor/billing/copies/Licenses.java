package dev.kontor.billing.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of licences: the monthly ones are what is billed. */
@ApplicationScoped
public class Licenses {

    /** Which list of a customer's licences was taken in last. */
    private static final CopyTable LISTS = CopyTable.of("license_list", "customer_id");

    private final Database database;
    private final Customers customers;
    private final Changes changes;

    Licenses(Database database, Customers customers, Changes changes) {
        this.database = database;
        this.customers = customers;
        this.changes = changes;
    }

    /**
     * A monthly licence of a customer.
     *
     * @param ordered null where nobody said how many
     * @param until null while it runs
     */
    public record MonthlyLicense(
            UUID customerId,
            String product,
            String category,
            @Nullable BigDecimal ordered,
            Instant from,
            @Nullable Instant until) {}

    /** All licences of a customer, the ended ones of the last 13 months included. */
    record State(UUID customerId, @Nullable UUID partnerId, long version, List<License> licenses) {}

    record License(
            UUID id,
            String product,
            String category,
            String type,
            @Nullable BigDecimal quantity,
            Instant startAt,
            @Nullable Instant endAt) {}

    private record Version(UUID customerId, long version) {}

    @Produces
    Copy<State> licenses() {
        return new Copy<>("kontor.licensing.v1", "licenses", State.class, this::apply);
    }

    /**
     * The partner's monthly licences that ran at any time between two instants, of one customer, or with null of all; and those
     * of the same product that they follow without a gap, such as of another quantity, where it makes a difference since when a
     * product is selected: where several of its category are reported.
     */
    public List<MonthlyLicense> monthly(UUID partnerId, Instant from, Instant until, @Nullable UUID customerId) {
        return database.sql(
                        """
                        with recursive several as (
                            select s.customer_id, p.category from usage_series s join product p on p.code = s.product
                            where s.partner_id = :partner and (:customer::uuid is null or s.customer_id = :customer)
                            group by s.customer_id, p.category having count(*) > 1
                        ), running as (
                            select customer_id, product, category, quantity, start_at, end_at from license
                            where partner_id = :partner and type = 'monthly' and start_at < :until
                              and (end_at is null or end_at > :from)
                              and (:customer::uuid is null or customer_id = :customer)
                            union
                            select l.customer_id, l.product, l.category, l.quantity, l.start_at, l.end_at
                            from running r join license l
                                on l.partner_id = :partner and l.customer_id = r.customer_id and l.product = r.product
                               and l.type = 'monthly' and l.end_at = r.start_at
                            where (r.customer_id, r.category) in (select customer_id, category from several)
                        )
                        select customer_id, product, category, quantity as ordered, start_at as "from", end_at as until
                        from running""")
                .with("partner", partnerId)
                .with("from", from)
                .with("until", until)
                .with("customer", customerId)
                .list(MonthlyLicense.class);
    }

    private void apply(State state) {
        LISTS.keep(database, new Version(state.customerId(), state.version())).ifPresent(kept -> {
            var relations = customers.relations(List.of(state.customerId()));
            state.licenses().forEach(license -> apply(license, state, relations));
            changes.changed(
                    Stream.concat(relations.stream().map(Relation::partnerId), Stream.ofNullable(state.partnerId()))
                            .toList());
        });
    }

    /** A licence stays with the partner it was selected under, so an update leaves that alone. */
    private void apply(License license, State state, List<Relation> relations) {
        database.sql(
                        """
                        insert into license
                            (partner_id, id, customer_id, product, category, type, quantity, start_at, end_at)
                        values (:partner, :id, :customer, :product, :category, :type, :quantity, :startAt, :endAt)
                        on conflict (id) do update set product = excluded.product, category = excluded.category,
                            type = excluded.type, quantity = excluded.quantity, start_at = excluded.start_at,
                            end_at = excluded.end_at""")
                .with(license)
                .with("partner", partner(license, state, relations))
                .with("customer", state.customerId())
                .update();
    }

    /**
     * Whoever has the customer while a licence runs; leaving ends it, so of one that ended, whoever had the customer at its
     * end. Not at its start: licences start with the minute, which may be before the customer came.
     */
    private static @Nullable UUID partner(License license, State state, List<Relation> relations) {
        if (license.endAt() == null) {
            return Optional.ofNullable(state.partnerId())
                    .or(() -> Relation.partnerAt(license.startAt(), relations))
                    .orElse(null);
        }
        return Relation.partnerAt(license.endAt().minusNanos(1), relations).orElse(state.partnerId());
    }
}
