package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

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
                from unnest(?, ?, ?, ?, ?, ?, ?, %s)
                    as u (partner_id, event_id, payload_hash, customer_id, product, observed_at, place, %s)
            ), fresh as (
                insert into usage_key (source, reporter, event_id, payload_hash, month)
                select ?, ?, event_id, payload_hash, month from posted
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

    private static final String RECORDS = POSTED.formatted("?", "quantity")
            + """
            stored as (
                insert into usage_record
                    (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
                select p.partner_id, p.customer_id, p.product, p.observed_at, p.quantity, ?, p.event_id, ?
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

    private static final String DEVICES = POSTED.formatted("?, ?, ?", "device_id, user_id, kind")
            + """
            stored as (
                insert into device_observation
                    (partner_id, customer_id, product, last_seen_at, device_id, user_id, kind, reporter, event_id, stored_at)
                select p.partner_id, p.customer_id, p.product, p.observed_at, p.device_id, p.user_id, p.kind,
                       ?, p.event_id, ?
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
        return add(
                RECORDS,
                Source.RECORD,
                reporter,
                placed,
                now,
                List.<Object[]>of(array(
                        placed, its -> its instanceof UsageItem level ? level.quantity() : null, new BigDecimal[0])));
    }

    /** The same with devices seen. */
    Set<String> addDevices(String reporter, List<Placed> placed, Instant now) {
        return add(
                DEVICES,
                Source.DEVICE,
                reporter,
                placed,
                now,
                List.<Object[]>of(
                        array(placed, its -> its instanceof DeviceItem seen ? seen.deviceId() : null, new String[0]),
                        array(placed, its -> its instanceof DeviceItem seen ? seen.userId() : null, new String[0]),
                        array(placed, its -> its instanceof DeviceItem seen ? seen.kind() : null, new String[0])));
    }

    private Set<String> add(
            String sql, Source source, String reporter, List<Placed> placed, Instant now, List<Object[]> own) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(placed.stream().map(Placed::partnerId).toArray(UUID[]::new));
        parameters.add(array(placed, Reported::eventId, new String[0]));
        parameters.add(array(placed, Reported::payloadHash, new byte[0][]));
        parameters.add(array(placed, Reported::customerId, new UUID[0]));
        parameters.add(array(placed, Reported::product, new String[0]));
        parameters.add(array(placed, Reported::observedAt, new Instant[0]));
        parameters.add(array(placed, Reported::index, new Integer[0]));
        parameters.addAll(own);
        Collections.addAll(parameters, source.text(), reporter, reporter, now);
        return new HashSet<>(database.list(sql, row -> row.text("event_id"), parameters.toArray()));
    }

    private static <T> T[] array(List<Placed> placed, Function<Reported, T> value, T[] type) {
        return placed.stream().map(Placed::item).map(value).toList().toArray(type);
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
