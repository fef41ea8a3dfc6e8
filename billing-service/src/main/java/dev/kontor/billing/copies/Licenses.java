package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Copies of licences: the monthly ones are what is billed. */
@ApplicationScoped
public class Licenses {

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
     * @param until null while it runs
     */
    public record MonthlyLicense(
            UUID customerId, String product, String category, BigDecimal ordered, Instant from, Instant until) {

        static MonthlyLicense read(Row row) {
            return new MonthlyLicense(
                    row.id("customer_id"),
                    row.text("product"),
                    row.text("category"),
                    row.decimal("quantity"),
                    row.instant("start_at"),
                    row.instant("end_at"));
        }
    }

    /** The partner's monthly licences that ran at any time between two instants; of one customer, or with null of all. */
    public List<MonthlyLicense> monthly(UUID partnerId, Instant from, Instant until, UUID customerId) {
        return database.list(
                """
                select customer_id, product, category, quantity, start_at, end_at from license
                where partner_id = ? and type = 'monthly' and start_at < ? and (end_at is null or end_at > ?)
                  and (?::uuid is null or customer_id = ?)""",
                MonthlyLicense::read,
                partnerId,
                until,
                from,
                customerId,
                customerId);
    }

    void apply(LicensesState state) {
        int newer = database.update(
                """
                insert into license_list (customer_id, version) values (?, ?)
                on conflict (customer_id) do update set version = excluded.version
                where license_list.version < excluded.version""",
                state.customerId(),
                state.version());
        if (newer == 0) {
            return;
        }
        List<Relation> relations = customers.relations(List.of(state.customerId()));
        state.licenses().forEach(license -> apply(license, state, relations));
        changes.changed(Stream.concat(relations.stream().map(Relation::partnerId), Stream.ofNullable(state.partnerId()))
                .toList());
    }

    /** A licence stays with the partner it was selected under, so an update leaves that alone. */
    private void apply(LicensesState.License license, LicensesState state, List<Relation> relations) {
        database.update(
                """
                insert into license (partner_id, id, customer_id, product, category, type, quantity, start_at, end_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set product = excluded.product, category = excluded.category,
                    type = excluded.type, quantity = excluded.quantity, start_at = excluded.start_at,
                    end_at = excluded.end_at""",
                partner(license, state, relations),
                license.id(),
                state.customerId(),
                license.product(),
                license.category(),
                license.type(),
                license.quantity(),
                license.startAt(),
                license.endAt());
    }

    /**
     * Whoever has the customer while a licence runs; leaving ends it, so of one that ended, whoever had the customer at its
     * end. Not at its start: licences start with the minute, which may be before the customer came.
     */
    private static UUID partner(LicensesState.License license, LicensesState state, List<Relation> relations) {
        if (license.endAt() == null) {
            return Optional.ofNullable(state.partnerId())
                    .or(() -> Relation.partnerAt(license.startAt(), relations))
                    .orElse(null);
        }
        return Relation.partnerAt(license.endAt().minusNanos(1), relations).orElse(state.partnerId());
    }
}
