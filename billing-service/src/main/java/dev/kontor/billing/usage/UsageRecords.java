package dev.kontor.billing.usage;

import dev.kontor.billing.database.Database;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Every level that was ever stored; nothing here is changed or removed. */
@ApplicationScoped
class UsageRecords {

    private final Database database;

    UsageRecords(Database database) {
        this.database = database;
    }

    /** A level and whose it is. */
    record Placed(UsageItem item, UUID partnerId) {}

    /** The payload hashes of those events that are stored. */
    Map<String, byte[]> hashes(String reporter, Collection<String> eventIds) {
        Map<String, byte[]> hashes = new HashMap<>();
        database.list(
                "select event_id, payload_hash from usage_record where reporter = ? and event_id = any (?)",
                row -> hashes.put(row.text("event_id"), row.bytes("payload_hash")),
                reporter,
                eventIds.toArray(String[]::new));
        return hashes;
    }

    /**
     * Adds records.
     *
     * @param placed ordered by event id, so that two calls with the same events can't wait for each other
     * @return the event ids that were added; another call was first with the others
     */
    Set<String> add(String reporter, List<Placed> placed, Instant now) {
        if (placed.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.list(
                """
                insert into usage_record (partner_id, id, reporter, event_id, payload_hash, customer_id, product,
                                          observed_at, quantity, stored_at)
                select u.partner_id, u.id, ?, u.event_id, u.payload_hash, u.customer_id, u.product,
                       u.observed_at, u.quantity, ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as u (partner_id, id, event_id, payload_hash, customer_id, product, observed_at, quantity)
                on conflict (reporter, event_id) do nothing
                returning event_id""",
                row -> row.text("event_id"),
                reporter,
                now,
                placed.stream().map(Placed::partnerId).toArray(UUID[]::new),
                Stream.generate(Ids::next).limit(placed.size()).toArray(UUID[]::new),
                placed.stream().map(p -> p.item().eventId()).toArray(String[]::new),
                placed.stream().map(p -> p.item().payloadHash()).toArray(byte[][]::new),
                placed.stream().map(p -> p.item().customerId()).toArray(UUID[]::new),
                placed.stream().map(p -> p.item().product()).toArray(String[]::new),
                placed.stream().map(p -> p.item().observedAt()).toArray(Instant[]::new),
                placed.stream().map(p -> p.item().quantity()).toArray(BigDecimal[]::new)));
    }

    /** How many of the reporter's records were observed on a day (UTC). */
    long count(String reporter, LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return database.first(
                        "select count(*) from usage_record where reporter = ? and observed_at >= ? and observed_at < ?",
                        row -> row.number("count"),
                        reporter,
                        from,
                        until)
                .orElseThrow();
    }
}
