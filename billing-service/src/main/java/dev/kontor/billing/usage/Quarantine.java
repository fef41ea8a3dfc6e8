package dev.kontor.billing.usage;

import dev.kontor.billing.database.Database;
import dev.kontor.billing.database.Keyset;
import dev.kontor.billing.database.Row;
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

/** Levels that could not be placed yet. */
@ApplicationScoped
class Quarantine {

    private static final String SELECT =
            """
            select id, reporter, event_id, customer_id, product, observed_at, quantity, reason, since
            from usage_quarantine""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    Quarantine(Database database) {
        this.database = database;
    }

    /** A level kept aside. */
    record Kept(UUID id, String reporter, UsageItem item, String reason, Instant since) {

        static Kept read(Row row) {
            UsageItem item = new UsageItem(
                    0,
                    row.text("event_id"),
                    row.id("customer_id"),
                    row.text("product"),
                    row.instant("observed_at"),
                    row.decimal("quantity"));
            return new Kept(row.id("id"), row.text("reporter"), item, row.text("reason"), row.instant("since"));
        }
    }

    List<Kept> page(PageRequest page) {
        return database.list(
                SELECT + " where id > ? order by id limit ?",
                Kept::read,
                Keyset.after(page, after -> UUID.fromString(after.get(0))).orElse(BEFORE_ALL),
                page.fetch());
    }

    List<Kept> ofCustomer(UUID customerId) {
        return database.list(SELECT + " where customer_id = ? order by id", Kept::read, customerId);
    }

    List<Kept> ofProduct(String product) {
        return database.list(SELECT + " where product = ? order by id", Kept::read, product);
    }

    List<Kept> all() {
        return database.list(SELECT + " order by id", Kept::read);
    }

    /** Keeps each with its reason; the newest payload of an event is the one that counts. */
    void keep(String reporter, Map<UsageItem, String> reasons, Instant now) {
        database.batch(
                """
                insert into usage_quarantine
                    (id, reporter, event_id, customer_id, product, observed_at, quantity, reason, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reporter, event_id) do update set customer_id = excluded.customer_id,
                    product = excluded.product, observed_at = excluded.observed_at, quantity = excluded.quantity,
                    reason = excluded.reason""",
                reasons.entrySet().stream()
                        .map(entry -> row(reporter, entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    void release(String reporter, Collection<String> eventIds) {
        if (!eventIds.isEmpty()) {
            database.update(
                    "delete from usage_quarantine where reporter = ? and event_id = any (?)",
                    reporter,
                    eventIds.toArray(String[]::new));
        }
    }

    long count(String reporter, LocalDate day) {
        return database.first(
                        """
                        select count(*) from usage_quarantine
                        where reporter = ? and observed_at >= ? and observed_at < ?""",
                        row -> row.number("count"),
                        reporter,
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseThrow();
    }

    private static Object[] row(String reporter, UsageItem item, String reason, Instant now) {
        return new Object[] {
            Ids.next(),
            reporter,
            item.eventId(),
            item.customerId(),
            item.product(),
            item.observedAt(),
            item.quantity(),
            reason,
            now
        };
    }
}
