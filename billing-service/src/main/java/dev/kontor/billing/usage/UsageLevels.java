package dev.kontor.billing.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stored levels as counting needs them: those of a month, and before them the one that is carried in. */
@ApplicationScoped
public class UsageLevels {

    private static final String OF_MONTH =
            """
            select customer_id, product, observed_at, arrival, quantity, true as in_month from usage_record
            where partner_id = ? and observed_at >= ? and observed_at < ?""";

    private static final String CARRIED_IN =
            """
            select distinct on (customer_id, product)
                   customer_id, product, observed_at, arrival, quantity, false as in_month
            from usage_record where partner_id = ? and observed_at < ?""";

    private static final String LATEST = " order by customer_id, product, observed_at desc, arrival desc";
    private static final String OF_SERIES = " and (customer_id, product) in (select * from unnest(?, ?))";

    private final Database database;

    UsageLevels(Database database) {
        this.database = database;
    }

    /**
     * A month's levels.
     *
     * @param records how many were observed in the month itself
     */
    public record MonthLevels(Map<Series, Levels> bySeries, long records) {

        /** One customer's, by product. */
        public Map<UUID, Map<String, Levels>> byCustomer() {
            Map<UUID, Map<String, Levels>> byCustomer = new HashMap<>();
            bySeries.forEach((series, levels) -> byCustomer
                    .computeIfAbsent(series.customerId(), customer -> new HashMap<>())
                    .put(series.product(), levels));
            return byCustomer;
        }
    }

    private record Found(Series series, Level level, boolean inMonth) {}

    /** All of a partner's. */
    public MonthLevels ofPartner(UUID partnerId, YearMonth month) {
        return load(month, "", partnerId);
    }

    /** Those of some series of a partner. */
    MonthLevels ofSeries(UUID partnerId, YearMonth month, Collection<Series> series) {
        return load(
                month,
                OF_SERIES,
                partnerId,
                series.stream().map(Series::customerId).toArray(UUID[]::new),
                series.stream().map(Series::product).toArray(String[]::new));
    }

    /** How many records of a month are stored. */
    public long count(UUID partnerId, YearMonth month) {
        return database.first(
                        "select count(*) from usage_record where partner_id = ? and observed_at >= ? and observed_at < ?",
                        row -> row.number("count"),
                        partnerId,
                        Period.start(month),
                        Period.end(month))
                .orElseThrow();
    }

    private MonthLevels load(YearMonth month, String condition, UUID partnerId, Object... series) {
        List<Object> parameters = new ArrayList<>();
        parameters.addAll(List.of(partnerId, Period.start(month), Period.end(month)));
        parameters.addAll(List.of(series));
        parameters.addAll(List.of(partnerId, Period.start(month)));
        parameters.addAll(List.of(series));
        List<Found> found = database.list(
                OF_MONTH + condition + " union all (" + CARRIED_IN + condition + LATEST + ")",
                row -> new Found(
                        new Series(row.id("customer_id"), row.text("product")),
                        new Level(row.instant("observed_at"), row.number("arrival"), row.decimal("quantity")),
                        row.flag("in_month")),
                parameters.toArray());
        Map<Series, Levels> bySeries = new HashMap<>();
        found.stream()
                .collect(groupingBy(Found::series, mapping(Found::level, toList())))
                .forEach((its, levels) -> bySeries.put(its, Levels.of(levels)));
        return new MonthLevels(bySeries, found.stream().filter(Found::inMonth).count());
    }
}
