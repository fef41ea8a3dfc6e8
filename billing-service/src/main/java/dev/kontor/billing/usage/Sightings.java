package dev.kontor.billing.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Devices seen, as counting a month needs them: each once a day, from 30 days before the month on. */
@ApplicationScoped
class Sightings {

    /** The last one before the window, if it is the last at all, still says that records don't count any more. */
    private static final String SELECT =
            """
            (select distinct on (o.customer_id, o.product, o.device_id, its_day)
                   o.customer_id, o.product, o.device_id, o.user_id, o.kind, o.last_seen_at, o.arrival,
                   (o.last_seen_at at time zone 'UTC')::date as its_day
            from usage_series s join device_observation o
                on o.partner_id = s.partner_id and o.customer_id = s.customer_id and o.product = s.product
            where s.partner_id = ? and s.customer_id = any (?) and s.observed
              and o.last_seen_at >= ? and o.last_seen_at < ?
            order by o.customer_id, o.product, o.device_id, its_day, o.last_seen_at desc, o.arrival desc)
            union all
            select o.customer_id, o.product, o.device_id, o.user_id, o.kind, o.last_seen_at, o.arrival,
                   (o.last_seen_at at time zone 'UTC')::date as its_day
            from usage_series s cross join lateral (
                select * from device_observation o
                where o.partner_id = s.partner_id and o.customer_id = s.customer_id and o.product = s.product
                  and o.last_seen_at < ?
                order by o.last_seen_at desc, o.arrival desc limit 1) o
            where s.partner_id = ? and s.customer_id = any (?) and s.observed""";

    private final Database database;

    Sightings(Database database) {
        this.database = database;
    }

    private record Found(Series series, Sighting sighting) {

        static Found read(Row row) {
            return new Found(
                    new Series(row.id("customer_id"), row.text("product")),
                    new Sighting(
                            row.text("device_id"),
                            row.text("user_id"),
                            row.text("kind").equals("server"),
                            row.instant("last_seen_at"),
                            row.number("arrival")));
        }
    }

    /** The partner's customers that have any. */
    Set<UUID> customers(UUID partnerId) {
        return Set.copyOf(database.list(
                "select distinct customer_id from usage_series where partner_id = ? and observed",
                row -> row.id("customer_id"),
                partnerId));
    }

    Map<Series, Devices> of(UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        UUID[] customers = customerIds.toArray(UUID[]::new);
        Instant from = Period.start(month).minus(Devices.WINDOW);
        Map<Series, Devices> devices = new HashMap<>();
        database
                .list(SELECT, Found::read, partnerId, customers, from, Period.end(month), from, partnerId, customers)
                .stream()
                .collect(groupingBy(Found::series, mapping(Found::sighting, toList())))
                .forEach((series, its) -> devices.put(series, Devices.of(its)));
        return devices;
    }
}
