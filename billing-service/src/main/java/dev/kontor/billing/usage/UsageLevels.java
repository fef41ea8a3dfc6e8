package dev.kontor.billing.usage;

import static java.util.stream.Collectors.toMap;

import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Stored levels as counting needs them: those of a month, and before them the one that is carried in. */
@ApplicationScoped
public class UsageLevels {

    /** A month's days in one row for each series: a row for each day takes much longer to read. */
    private static final String SERIES_DAYS =
            """
            select customer_id, product, min(day) as first, array_agg(day - ?::date)::text as days,
                   array_agg(highest)::text as highest, array_agg(nullif(last, highest))::text as last
            from usage_day
            where partner_id = ? and day >= ? and day < ? and %s
            group by customer_id, product""";

    /** A series that begins with the month needs nothing from before it. */
    private static final String BY_DAY =
            """
            select s.customer_id, s.product, c.day as carried_day, c.last as carried, d.days, d.highest, d.last
            from usage_series s
            left join (%s) d on d.customer_id = s.customer_id and d.product = s.product
            left join lateral (
                select u.day, u.last from usage_day u
                where u.partner_id = s.partner_id and u.customer_id = s.customer_id and u.product = s.product
                  and u.day < ? and d.first is distinct from ?
                order by u.day desc limit 1) c on true
            where s.partner_id = ? %s""";

    private static final String BY_DAY_OF_SOME =
            BY_DAY.formatted(SERIES_DAYS.formatted("customer_id = any (?)"), "and s.customer_id = any (?)");

    /** In two halves, which PostgreSQL groups side by side. */
    private static final String BY_DAY_OF_ALL = BY_DAY.formatted(
            SERIES_DAYS.formatted("customer_id < ?") + " union all " + SERIES_DAYS.formatted("customer_id >= ?"), "");

    /** Of the partner's own customers: ids begin with the time they were given, so they all lie close together. */
    private static final String MIDDLE =
            """
            select customer_id from usage_series where partner_id = ? order by customer_id
            offset (select count(*) / 2 from usage_series where partner_id = ?) limit 1""";

    /** A large partner's month is read in one pass over its days, if their groups have room. */
    private static final String ROOM_FOR_ALL = "select set_config('work_mem', '256MB', true) as room";

    private static final String BY_INSTANT =
            """
            select customer_id, product, observed_at, arrival, quantity from usage_record
            where partner_id = ? and customer_id = any (?) and observed_at >= ? and observed_at < ?
            union all (
                select distinct on (customer_id, product) customer_id, product, observed_at, arrival, quantity
                from usage_record where partner_id = ? and customer_id = any (?) and observed_at < ?
                order by customer_id, product, observed_at desc, arrival desc)""";

    private final Database database;
    private final Sightings sightings;

    UsageLevels(Database database, Sightings sightings) {
        this.database = database;
        this.sightings = sightings;
    }

    /** How many events of a month are stored: asked before they are read, so that one in between is not passed over. */
    public long count(UUID partnerId, YearMonth month) {
        return database.first(
                        "select coalesce(sum(records), 0)::bigint as records from usage_received where partner_id = ? and month = ?",
                        row -> row.number("records"),
                        partnerId,
                        month)
                .orElseThrow();
    }

    /** The same of several months, those left out that have none. */
    public Map<YearMonth, Long> counts(UUID partnerId, YearMonth from, YearMonth until) {
        Map<YearMonth, Long> counts = new HashMap<>();
        database.list(
                """
                select month, sum(records)::bigint as records from usage_received
                where partner_id = ? and month >= ? and month < ? group by month""",
                row -> counts.put(row.month("month"), row.number("records")),
                partnerId,
                from,
                until);
        return counts;
    }

    /** Levels that count whole days. */
    Map<Series, Levels> byDay(UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        UUID[] customers = customerIds.toArray(UUID[]::new);
        Map<Series, Levels> levels = new HashMap<>();
        database.each(
                BY_DAY_OF_SOME,
                row -> levels.put(series(row), SeriesMonth.read(row).levels(month)),
                month,
                partnerId,
                month,
                month.plusMonths(1),
                customers,
                month,
                month,
                partnerId,
                customers);
        return withDevices(partnerId, month, customerIds, levels);
    }

    /**
     * Hands over the levels that count whole days customer by customer, on several threads: all of them at once would be
     * too many to hold. Records only, so not for those that {@link #observed} names.
     */
    void eachByDay(UUID partnerId, YearMonth month, BiConsumer<UUID, Map<String, Levels>> customer) {
        Optional<UUID> middle = database.first(MIDDLE, row -> row.id("customer_id"), partnerId, partnerId);
        if (middle.isEmpty()) {
            return;
        }
        database.first(ROOM_FOR_ALL, row -> row.text("room"));
        Map<UUID, List<SeriesMonth>> customers = new HashMap<>();
        YearMonth next = month.plusMonths(1);
        database.eachTogether(
                BY_DAY_OF_ALL,
                row -> customers
                        .computeIfAbsent(row.id("customer_id"), id -> new ArrayList<>())
                        .add(SeriesMonth.read(row)),
                month,
                partnerId,
                month,
                next,
                middle.get(),
                month,
                partnerId,
                month,
                next,
                middle.get(),
                month,
                month,
                partnerId);
        customers.entrySet().parallelStream()
                .forEach(its -> customer.accept(
                        its.getKey(),
                        its.getValue().stream().collect(toMap(SeriesMonth::product, series -> series.levels(month)))));
    }

    /** The partner's customers whose devices are observed. */
    Set<UUID> observed(UUID partnerId) {
        return sightings.customers(partnerId);
    }

    /** Levels that count parts of days, too: for customers whose licences change within a day. */
    Map<Series, Levels> byInstant(UUID partnerId, YearMonth month, Collection<UUID> customerIds) {
        UUID[] customers = customerIds.toArray(UUID[]::new);
        Map<Series, List<Level>> found = new HashMap<>();
        database.list(
                BY_INSTANT,
                row -> found.computeIfAbsent(series(row), series -> new ArrayList<>())
                        .add(new Level(row.instant("observed_at"), row.number("arrival"), row.decimal("quantity"))),
                partnerId,
                customers,
                Period.start(month),
                Period.end(month),
                partnerId,
                customers,
                Period.start(month));
        Map<Series, Levels> levels = new HashMap<>();
        found.forEach((series, its) -> levels.put(series, Levels.of(its)));
        return withDevices(partnerId, month, customerIds, levels);
    }

    private Map<Series, Levels> withDevices(
            UUID partnerId, YearMonth month, Collection<UUID> customerIds, Map<Series, Levels> levels) {
        Map<Series, Devices> observed = sightings.of(partnerId, month, customerIds);
        LocalDate last = month.atEndOfMonth();
        observed.forEach((series, devices) -> levels.merge(
                series, Levels.of(List.of()).with(devices, last), (records, counts) -> records.with(devices, last)));
        return levels;
    }

    private static Series series(Row row) {
        return new Series(row.id("customer_id"), row.text("product"));
    }
}
