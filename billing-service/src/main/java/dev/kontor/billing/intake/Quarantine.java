package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.database.Sql;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Levels and devices that could not be placed yet. */
@ApplicationScoped
class Quarantine {

    private static final String SELECT =
            """
            select id, reporter, event_id, customer_id, product, observed_at, quantity, device_id, user_id, kind, source,
                   reason, since
            from usage_quarantine
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    Quarantine(Database database) {
        this.database = database;
    }

    /** Something kept aside. */
    record Kept(UUID id, String reporter, Reported item, String reason, Instant since) {

        static Kept read(Row row) {
            return new Kept(row.id("id"), row.text("reporter"), item(row), row.text("reason"), row.instant("since"));
        }

        private static Reported item(Row row) {
            return switch (row.constant("source", Source.class)) {
                case RECORD ->
                    new UsageItem(
                            0,
                            row.text("event_id"),
                            row.id("customer_id"),
                            row.text("product"),
                            row.instant("observed_at"),
                            row.decimal("quantity"));
                case DEVICE ->
                    new DeviceItem(
                            0,
                            row.text("event_id"),
                            row.id("customer_id"),
                            row.text("product"),
                            row.text("device_id"),
                            row.text("user_id"),
                            row.text("kind"),
                            row.instant("observed_at"));
            };
        }
    }

    List<Kept> page(PageRequest page) {
        return database.sql(SELECT + "where id > :after order by id limit :most")
                .with(
                        "after",
                        page.after(after -> UUID.fromString(after.get(0))).orElse(BEFORE_ALL))
                .with("most", page.fetch())
                .list(Kept::read);
    }

    long count() {
        return database.sql("select count(*) from usage_quarantine").one(Long.class);
    }

    List<Kept> ofCustomer(UUID customerId) {
        return database.sql(SELECT + "where customer_id = :customer order by id")
                .with("customer", customerId)
                .list(Kept::read);
    }

    List<Kept> ofProduct(String product) {
        return database.sql(SELECT + "where product = :product order by id")
                .with("product", product)
                .list(Kept::read);
    }

    List<Kept> all() {
        return database.sql(SELECT + "order by id").list(Kept::read);
    }

    /** Some of those whose customer and product are known by now and whose event id is not used up; oldest first. */
    List<Kept> known(int most) {
        return database.sql(
                        SELECT
                                + """
                                q where (q.reason in ('unknown-customer', 'unknown-product')
                                      or q.reason in ('before-customer-came', 'after-customer-left')
                                         and exists (select from customer_relation r
                                                     where r.customer_id = q.customer_id and r.since <= q.observed_at
                                                       and (r.until is null or r.until > q.observed_at)))
                                  and exists (select from customer_relation r where r.customer_id = q.customer_id)
                                  and exists (select from product p where p.code = q.product)
                                  and not exists (select from usage_key k
                                                  where k.reporter = q.reporter and k.event_id = q.event_id
                                                    and k.source = q.source)
                                order by q.id limit :most""")
                .with("most", most)
                .list(Kept::read);
    }

    /** Keeps each with its reason; the newest payload of an event is the one that counts. */
    void keep(String reporter, Map<Reported, String> reasons, Instant now) {
        database.sql(
                        """
                        insert into usage_quarantine (id, reporter, event_id, customer_id, product, observed_at, quantity,
                                                      device_id, user_id, kind, source, reason, since)
                        values (:id, :reporter, :event, :customer, :product, :observedAt, :quantity,
                                :device, :user, :kind, :source, :reason, :since)
                        on conflict (reporter, event_id, source) do update set customer_id = excluded.customer_id,
                            product = excluded.product, observed_at = excluded.observed_at, quantity = excluded.quantity,
                            device_id = excluded.device_id, user_id = excluded.user_id, kind = excluded.kind,
                            reason = excluded.reason""")
                .with("reporter", reporter)
                .with("since", now)
                .batch(reasons.entrySet(), (kept, row) -> of(kept.getKey(), row).with("reason", kept.getValue()));
    }

    private static Sql of(Reported item, Sql row) {
        return row.with("id", Ids.next())
                .with("event", item.eventId())
                .with("customer", item.customerId())
                .with("product", item.product())
                .with("observedAt", item.observedAt())
                .with("quantity", item.quantity())
                .with("device", item.deviceId())
                .with("user", item.userId())
                .with("kind", item.kind())
                .with("source", item.source());
    }

    void release(Source source, String reporter, Collection<String> eventIds) {
        database.sql(
                        """
                        delete from usage_quarantine
                        where reporter = :reporter and event_id = any (:events) and source = :source""")
                .with("reporter", reporter)
                .with("events", String.class, eventIds)
                .with("source", source)
                .update();
    }

    /** How many of the reporter's items observed on a day (UTC) wait here. */
    long count(Source source, String reporter, LocalDate day) {
        return database.sql(
                        """
                        select count(*) from usage_quarantine
                        where reporter = :reporter and source = :source and observed_at >= :from and observed_at < :until""")
                .with("reporter", reporter)
                .with("source", source)
                .with("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .with("until", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .one(Long.class);
    }
}
