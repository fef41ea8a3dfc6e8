package dev.kontor.billing.usage;

import dev.kontor.billing.counting.DayLevel;
import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Stored levels as counting needs them: those of a month, and before them the one that is carried in. */
@ApplicationScoped
public class UsageLevels {

    /**
     * A month's days in one row for each series: a row for each day takes much longer to read. A series that begins with
     * the month needs nothing from before it. The condition is on {@code customer_id}, and may be empty.
     */
    private static final String BY_DAY =
            """
            select s.customer_id, s.product, c.day as carried_day, c.last as carried, d.days, d.highest, d.last
            from usage_series s
            left join (
                select customer_id, product, min(day) as first, array_agg(extract(day from day)::int)::text as days,
                       array_agg(highest)::text as highest, array_agg(nullif(last, highest))::text as last
                from usage_day
                where partner_id = ? and day >= ? and day < ? %1$s
                group by customer_id, product) d on d.customer_id = s.customer_id and d.product = s.product
            left join lateral (
                select u.day, u.last from usage_day u
                where u.partner_id = s.partner_id and u.customer_id = s.customer_id and u.product = s.product
                  and u.day < ? and d.first is distinct from ?
                order by u.day desc limit 1) c on true
            where s.partner_id = ? %2$s""";

    private static final String BY_DAY_OF_SOME =
            BY_DAY.formatted("and customer_id = any (?)", "and s.customer_id = any (?)");

    private static final String BY_DAY_OF_ALL = BY_DAY.formatted("", "order by s.customer_id");

    /** A large partner's month is counted in one pass over its days, if their groups have room. */
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
                row -> levels.put(series(row), Levels.ofDays(days(row, month))),
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
     * Hands over the levels that count whole days of one customer after the other, by product: all of them at once would
     * be too many to hold. Records only, so not for those that {@link #observed} names.
     */
    void eachByDay(UUID partnerId, YearMonth month, BiConsumer<UUID, Map<String, Levels>> customer) {
        database.first(ROOM_FOR_ALL, row -> row.text("room"));
        OneByOne all = new OneByOne(customer);
        database.each(
                BY_DAY_OF_ALL,
                row -> all.add(series(row), Levels.ofDays(days(row, month))),
                partnerId,
                month,
                month.plusMonths(1),
                month,
                month,
                partnerId);
        all.end();
    }

    /** The partner's customers whose devices are observed. */
    Set<UUID> observed(UUID partnerId) {
        return sightings.customers(partnerId);
    }

    /** Gathers rows that come in the order of their customers. */
    private static final class OneByOne {

        private final BiConsumer<UUID, Map<String, Levels>> each;
        private UUID customer;
        private Map<String, Levels> levels;

        OneByOne(BiConsumer<UUID, Map<String, Levels>> each) {
            this.each = each;
        }

        void add(Series series, Levels its) {
            if (!series.customerId().equals(customer)) {
                end();
                customer = series.customerId();
                levels = new HashMap<>();
            }
            levels.put(series.product(), its);
        }

        void end() {
            if (customer != null) {
                each.accept(customer, levels);
            }
        }
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

    private static List<DayLevel> days(Row row, YearMonth month) {
        List<DayLevel> days = new ArrayList<>();
        if (row.date("carried_day") != null) {
            days.add(new DayLevel(row.date("carried_day"), row.decimal("carried"), row.decimal("carried")));
        }
        if (row.text("days") != null) {
            String[] numbers = elements(row.text("days"));
            String[] highest = elements(row.text("highest"));
            String[] last = elements(row.text("last"));
            for (int i = 0; i < numbers.length; i++) {
                BigDecimal top = new BigDecimal(highest[i]);
                days.add(new DayLevel(
                        month.atDay(Integer.parseInt(numbers[i])),
                        top,
                        last[i].equals("NULL") ? top : new BigDecimal(last[i])));
            }
            days.sort(Comparator.comparing(DayLevel::day));
        }
        return days;
    }

    /** Of an array of numbers as PostgreSQL writes it, {@code {1,2}}: the driver's own reading takes ten times as long. */
    private static String[] elements(String array) {
        return array.substring(1, array.length() - 1).split(",", -1);
    }

    private static Series series(Row row) {
        return new Series(row.id("customer_id"), row.text("product"));
    }
}
