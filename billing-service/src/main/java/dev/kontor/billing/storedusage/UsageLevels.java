package dev.kontor.billing.storedusage;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Stored levels as counting needs them: those of a month, and before them the one that is carried in. */
@ApplicationScoped
public class UsageLevels {

    /** A month's days in one row for each series: a row for each day takes much longer to read. */
    private static final String SERIES_DAYS =
            """
            select customer_id, product, min(day) as first, array_agg(day - :first::date)::text as days,
                   array_agg(highest)::text as highest, array_agg(nullif(last, highest))::text as last
            from usage_day
            where partner_id = :partner and day >= :first and day < :next and %s
            group by customer_id, product""";

    /** A series that begins with the month needs nothing from before it. */
    private static final String BY_DAY =
            """
            select s.customer_id, s.product, c.last_at as carried_at, c.last as carried, d.days, d.highest, d.last
            from usage_series s
            left join (%s) d on d.customer_id = s.customer_id and d.product = s.product
            left join lateral (
                select u.last_at, u.last from usage_day u
                where u.partner_id = s.partner_id and u.customer_id = s.customer_id and u.product = s.product
                  and u.day < :first and d.first is distinct from :first
                order by u.day desc limit 1) c on true
            where s.partner_id = :partner %s""";

    private static final String BY_DAY_OF_SOME = BY_DAY.formatted(
            SERIES_DAYS.formatted("customer_id = any (:customers)"), "and s.customer_id = any (:customers)");

    /** In two halves, which PostgreSQL groups side by side. */
    private static final String BY_DAY_OF_ALL = BY_DAY.formatted(
            SERIES_DAYS.formatted("customer_id < :middle")
                    + " union all "
                    + SERIES_DAYS.formatted("customer_id >= :middle"),
            "");

    /** Of the partner's own customers: ids begin with the time they were given, so they all lie close together. */
    private static final String MIDDLE =
            """
            select customer_id from usage_series where partner_id = :partner order by customer_id
            offset (select count(*) / 2 from usage_series where partner_id = :partner) limit 1""";

    /** A large partner's month is read in one pass over its days, if their groups have room. */
    private static final String ROOM_FOR_ALL = "select set_config('work_mem', '256MB', true)";

    private static final String BY_INSTANT =
            """
            select customer_id, product, observed_at, arrival, quantity, true as reported from usage_record
            where partner_id = :partner and customer_id = any (:customers)
              and observed_at >= :start and observed_at < :end and arrival <= :arrivals
            union all (
                select distinct on (customer_id, product)
                       customer_id, product, observed_at, arrival, quantity, true as reported
                from usage_record
                where partner_id = :partner and customer_id = any (:customers) and observed_at < :start
                  and arrival <= :arrivals
                order by customer_id, product, observed_at desc, arrival desc)""";

    private static final long ALL = Long.MAX_VALUE;
    private static final int MONTHS_LATE = 3;

    private final Database database;
    private final Sightings sightings;

    UsageLevels(Database database, Sightings sightings) {
        this.database = database;
        this.sightings = sightings;
    }

    private record SeriesLevel(Series series, Level level) {}

    /** How many events of a month are stored: asked before they are read, so that one in between is not passed over. */
    public long count(UUID partnerId, YearMonth month) {
        return counts(partnerId, month, month.plusMonths(1)).getOrDefault(month, 0L);
    }

    /** The same of several months, those left out that have none. */
    public Map<YearMonth, Long> counts(UUID partnerId, YearMonth from, YearMonth until) {
        var counts = new HashMap<YearMonth, Long>();
        database.sql(
                        """
                        select month, sum(records)::bigint as records from usage_received
                        where partner_id = :partner and month >= :from and month < :until group by month""")
                .with("partner", partnerId)
                .with("from", from)
                .with("until", until)
                .each(row -> counts.put(row.month("month"), row.number("records")));
        return counts;
    }

    /** Levels that count whole days. */
    public Map<Series, Levels> byDay(UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        var levels = new HashMap<Series, Levels>();
        database.sql(BY_DAY_OF_SOME)
                .with("partner", partnerId)
                .with("first", month)
                .with("next", month.plusMonths(1))
                .with("customers", UUID.class, customerIds)
                .list(SeriesMonth.class)
                .forEach(its -> levels.put(its.series(), its.levels(month)));
        return withDevices(ALL, partnerId, month, customerIds, levels);
    }

    /**
     * Hands over the levels that count whole days customer by customer, on several threads: all of them at once would be
     * too many to hold. Records only, so not for those that {@link #observed} names.
     */
    public void eachByDay(UUID partnerId, YearMonth month, BiConsumer<UUID, Map<String, Levels>> customer) {
        var middle = database.sql(MIDDLE).with("partner", partnerId).first(UUID.class);
        if (middle.isEmpty()) {
            return;
        }
        database.sql(ROOM_FOR_ALL).one(String.class);
        var customers = new HashMap<UUID, List<SeriesMonth>>();
        database.sql(BY_DAY_OF_ALL)
                .with("partner", partnerId)
                .with("first", month)
                .with("next", month.plusMonths(1))
                .with("middle", middle.get())
                .listTogether(SeriesMonth.class)
                .forEach(its -> customers
                        .computeIfAbsent(its.customerId(), id -> new ArrayList<>())
                        .add(its));
        customers.entrySet().parallelStream()
                .forEach(its -> customer.accept(
                        its.getKey(),
                        its.getValue().stream().collect(toMap(SeriesMonth::product, series -> series.levels(month)))));
    }

    /** The partner's customers whose devices are observed. */
    public Set<UUID> observed(UUID partnerId) {
        return sightings.customers(partnerId);
    }

    /** Levels that count parts of days, too: for customers whose licences change within a day. */
    public Map<Series, Levels> byInstant(UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        return upTo(ALL, partnerId, month, customerIds);
    }

    /** The same from what had arrived up to a place in the order of arrivals, as if nothing had come since. */
    public Map<Series, Levels> upTo(long arrivals, UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        var levels = database
                .sql(BY_INSTANT)
                .with("partner", partnerId)
                .with("customers", UUID.class, customerIds)
                .with("start", Period.start(month))
                .with("end", Period.end(month))
                .with("arrivals", arrivals)
                .list(row -> new SeriesLevel(row.as(Series.class), row.as(Level.class)))
                .stream()
                .collect(groupingBy(
                        SeriesLevel::series,
                        HashMap::new,
                        mapping(SeriesLevel::level, collectingAndThen(toList(), Levels::of))));
        return withDevices(arrivals, partnerId, month, customerIds, levels);
    }

    /** The place of the last event that arrived, whoever's it is. */
    public long arrivals() {
        return database.sql("select coalesce(pg_sequence_last_value('usage_arrival'), 0)")
                .one(Long.class);
    }

    /** Whether anything of a month, or of those before it that still took usage, arrived after that place. */
    public boolean laterThan(long arrivals, UUID partnerId, YearMonth month) {
        return database.sql(
                        """
                        select 1 from usage_record where partner_id = :partner and observed_at >= :from
                           and observed_at < :end and arrival > :arrivals
                        union all
                        select 1 from device_observation where partner_id = :partner and last_seen_at >= :from
                           and last_seen_at < :end and arrival > :arrivals
                        limit 1""")
                .with("partner", partnerId)
                .with("from", Period.start(month.minusMonths(MONTHS_LATE)))
                .with("end", Period.end(month))
                .with("arrivals", arrivals)
                .exists();
    }

    private Map<Series, Levels> withDevices(
            long arrivals, UUID partnerId, YearMonth month, Collection<UUID> customerIds, Map<Series, Levels> levels) {
        var last = month.atEndOfMonth();
        sightings
                .upTo(arrivals, partnerId, month, customerIds)
                .forEach((series, devices) -> levels.merge(
                        series,
                        Levels.of(List.of()).with(devices, last),
                        (records, counts) -> records.with(devices, last)));
        return levels;
    }
}
