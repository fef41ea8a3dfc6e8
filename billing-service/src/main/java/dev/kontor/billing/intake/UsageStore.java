package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that was ever stored; nothing here is changed or removed.
 *
 * <p>One statement stores the event's key, the event, and what is kept up to date with it. Keys come first and in order,
 * so that two calls with the same events can't wait for each other. A series is looked for only where a day
 * of it is new.
 */
@ApplicationScoped
class UsageStore {

    private static final String POSTED =
            """
            with posted as (
                select u.*, date_trunc('month', observed_at at time zone 'UTC')::date as month
                from unnest(:partners, :events, :hashes, :customers, :products, :observed, :places, %s)
                    as u (partner_id, event_id, payload_hash, customer_id, product, observed_at, place, %s)
            ), fresh as (
                insert into usage_key (source, reporter, event_id, payload_hash, month)
                select :source, :reporter, event_id, payload_hash, month from posted
                on conflict do nothing returning event_id
            ),
            """;

    private static final String RECEIVED =
            """
            , received as (
                insert into usage_received as r (partner_id, month, customer_id, records)
                select p.partner_id, p.month, p.customer_id, count(*)
                from posted p join fresh using (event_id)
                group by p.partner_id, p.month, p.customer_id order by p.partner_id, p.month, p.customer_id
                on conflict (partner_id, month, customer_id) do update set records = r.records + excluded.records
            )
            select event_id from fresh""";

    private static final String RECORDS = POSTED.formatted(":quantities", "quantity")
            + """
            stored as (
                insert into usage_record
                    (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
                select p.partner_id, p.customer_id, p.product, p.observed_at, p.quantity, :reporter, p.event_id, :now
                from posted p join fresh using (event_id) order by p.place
                returning partner_id, customer_id, product, observed_at, arrival, quantity
            ), days as (
                insert into usage_day as d
                    (partner_id, customer_id, product, day, highest, last, last_at, last_arrival, records)
                select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date as its_day, max(quantity),
                       (array_agg(quantity order by observed_at desc, arrival desc))[1], max(observed_at),
                       (array_agg(arrival order by observed_at desc, arrival desc))[1], count(*)
                from stored group by partner_id, customer_id, product, its_day
                order by partner_id, customer_id, product, its_day
                on conflict (partner_id, customer_id, product, day) do update set
                    highest = greatest(d.highest, excluded.highest),
                    last = case when (excluded.last_at, excluded.last_arrival) > (d.last_at, d.last_arrival)
                                then excluded.last else d.last end,
                    last_arrival = case when (excluded.last_at, excluded.last_arrival) > (d.last_at, d.last_arrival)
                                        then excluded.last_arrival else d.last_arrival end,
                    last_at = greatest(d.last_at, excluded.last_at),
                    records = d.records + excluded.records
                returning partner_id, customer_id, product, old.day is null as added
            ), series as (
                insert into usage_series (partner_id, customer_id, product)
                select distinct partner_id, customer_id, product from days where added order by 1, 2, 3
                on conflict do nothing
            )"""
            + RECEIVED;

    private static final String DEVICES = POSTED.formatted(":devices, :users, :kinds", "device_id, user_id, kind")
            + """
            stored as (
                insert into device_observation
                    (partner_id, customer_id, product, last_seen_at, device_id, user_id, kind, reporter, event_id, stored_at)
                select p.partner_id, p.customer_id, p.product, p.observed_at, p.device_id, p.user_id, p.kind,
                       :reporter, p.event_id, :now
                from posted p join fresh using (event_id) order by p.place
                returning partner_id, customer_id, product
            ), series as (
                insert into usage_series as s (partner_id, customer_id, product, observed)
                select distinct partner_id, customer_id, product, true from stored order by 1, 2, 3
                on conflict (partner_id, customer_id, product) do update set observed = true where not s.observed
            )"""
            + RECEIVED;

    private final Database database;

    UsageStore(Database database) {
        this.database = database;
    }

    /**
     * Adds levels.
     *
     * @param placed ordered by event id
     * @return the event ids that were added; another call was first with the others
     */
    Set<String> addRecords(String reporter, List<Placed> placed, Instant now) {
        return added(posted(RECORDS, Source.RECORD, reporter, placed, now)
                .with("quantities", BigDecimal.class, placed, its -> its.item().quantity()));
    }

    /** The same with devices seen. */
    Set<String> addDevices(String reporter, List<Placed> placed, Instant now) {
        return added(posted(DEVICES, Source.DEVICE, reporter, placed, now)
                .with("devices", String.class, placed, its -> its.item().deviceId())
                .with("users", String.class, placed, its -> its.item().userId())
                .with("kinds", String.class, placed, its -> its.item().kind()));
    }

    private Sql posted(String sql, Source source, String reporter, List<Placed> placed, Instant now) {
        return database.sql(sql)
                .with("source", source)
                .with("reporter", reporter)
                .with("now", now)
                .with("partners", UUID.class, placed, Placed::partnerId)
                .with("events", String.class, placed, its -> its.item().eventId())
                .with("hashes", byte[].class, placed, its -> its.item().payloadHash())
                .with("customers", UUID.class, placed, its -> its.item().customerId())
                .with("products", String.class, placed, its -> its.item().product())
                .with("observed", Instant.class, placed, its -> its.item().observedAt())
                .with("places", Integer.class, placed, its -> its.item().index());
    }

    private static Set<String> added(Sql events) {
        return Set.copyOf(events.list(String.class));
    }
}
