package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
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
            from usage_quarantine""";

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
            return switch (Source.of(row.text("source"))) {
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
        return database.list(
                SELECT + " where id > ? order by id limit ?",
                Kept::read,
                page.after(after -> UUID.fromString(after.get(0))).orElse(BEFORE_ALL),
                page.fetch());
    }

    long count() {
        return database.first("select count(*) as kept from usage_quarantine", row -> row.number("kept"))
                .orElseThrow();
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

    /** Some of those whose customer and product are known by now and whose event id is not used up; oldest first. */
    List<Kept> known(int most) {
        return database.list(
                SELECT
                        + " q "
                        + """
                        where q.reason in ('unknown-customer', 'unknown-product')
                          and exists (select from customer_relation r where r.customer_id = q.customer_id)
                          and exists (select from product p where p.code = q.product)
                          and not exists (select from usage_key k
                                          where k.reporter = q.reporter and k.event_id = q.event_id
                                            and k.source = q.source)
                        order by q.id limit ?""",
                Kept::read,
                most);
    }

    /** Keeps each with its reason; the newest payload of an event is the one that counts. */
    void keep(String reporter, Map<Reported, String> reasons, Instant now) {
        database.batch(
                """
                insert into usage_quarantine (id, reporter, event_id, customer_id, product, observed_at, quantity,
                                              device_id, user_id, kind, source, reason, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reporter, event_id, source) do update set customer_id = excluded.customer_id,
                    product = excluded.product, observed_at = excluded.observed_at, quantity = excluded.quantity,
                    device_id = excluded.device_id, user_id = excluded.user_id, kind = excluded.kind,
                    reason = excluded.reason""",
                reasons.entrySet().stream()
                        .map(entry -> row(reporter, entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    void release(Source source, String reporter, Collection<String> eventIds) {
        database.update(
                "delete from usage_quarantine where reporter = ? and event_id = any (?) and source = ?",
                reporter,
                eventIds.toArray(String[]::new),
                source.text());
    }

    /** How many of the reporter's items observed on a day (UTC) wait here. */
    long count(Source source, String reporter, LocalDate day) {
        return database.first(
                        """
                        select count(*) from usage_quarantine
                        where reporter = ? and source = ? and observed_at >= ? and observed_at < ?""",
                        row -> row.number("count"),
                        reporter,
                        source.text(),
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseThrow();
    }

    private static Object[] row(String reporter, Reported item, String reason, Instant now) {
        UsageItem level = item instanceof UsageItem its ? its : null;
        DeviceItem seen = item instanceof DeviceItem its ? its : null;
        return new Object[] {
            Ids.next(),
            reporter,
            item.eventId(),
            item.customerId(),
            item.product(),
            item.observedAt(),
            level == null ? null : level.quantity(),
            seen == null ? null : seen.deviceId(),
            seen == null ? null : seen.userId(),
            seen == null ? null : seen.kind(),
            item.source().text(),
            reason,
            now
        };
    }
}
