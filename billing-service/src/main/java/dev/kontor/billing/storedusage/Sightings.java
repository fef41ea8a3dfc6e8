package dev.kontor.billing.storedusage;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Devices seen, as counting a month needs them: each once a day, from 30 days before the month on. */
@ApplicationScoped
public class Sightings {

    /** The last one before the window, if it is the last at all, still says that records don't count any more. */
    private static final String SELECT =
            """
            (select distinct on (o.customer_id, o.product, o.device_id, its_day)
                   o.customer_id, o.product, o.device_id, o.user_id, o.kind = 'server' as server, o.last_seen_at,
                   o.arrival, (o.last_seen_at at time zone 'UTC')::date as its_day
            from usage_series s join device_observation o
                on o.partner_id = s.partner_id and o.customer_id = s.customer_id and o.product = s.product
            where s.partner_id = :partner and s.customer_id = any (:customers) and s.observed
              and o.last_seen_at >= :from and o.last_seen_at < :until and o.arrival <= :arrivals
            order by o.customer_id, o.product, o.device_id, its_day, o.last_seen_at desc, o.arrival desc)
            union all
            select o.customer_id, o.product, o.device_id, o.user_id, o.kind = 'server' as server, o.last_seen_at,
                   o.arrival, (o.last_seen_at at time zone 'UTC')::date as its_day
            from usage_series s cross join lateral (
                select * from device_observation o
                where o.partner_id = s.partner_id and o.customer_id = s.customer_id and o.product = s.product
                  and o.last_seen_at < :from and o.arrival <= :arrivals
                order by o.last_seen_at desc, o.arrival desc limit 1) o
            where s.partner_id = :partner and s.customer_id = any (:customers) and s.observed""";

    private final Database database;

    Sightings(Database database) {
        this.database = database;
    }

    private record Found(Series series, Sighting sighting) {}

    /** The partner's customers that have any. */
    Set<UUID> customers(UUID partnerId) {
        return Set.copyOf(
                database.sql("select distinct customer_id from usage_series where partner_id = :partner and observed")
                        .with("partner", partnerId)
                        .list(UUID.class));
    }

    /** Up to a place in the order of arrivals, as if nothing had come since. */
    public Map<Series, Devices> upTo(long arrivals, UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        return database
                .sql(SELECT)
                .with("partner", partnerId)
                .with("customers", UUID.class, customerIds)
                .with("from", Period.start(month).minus(Devices.WINDOW))
                .with("until", Period.end(month))
                .with("arrivals", arrivals)
                .list(row -> new Found(row.as(Series.class), row.as(Sighting.class)))
                .stream()
                .collect(groupingBy(Found::series, mapping(Found::sighting, collectingAndThen(toList(), Devices::of))));
    }
}
