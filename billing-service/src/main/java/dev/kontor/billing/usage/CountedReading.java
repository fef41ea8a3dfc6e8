package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.DayCount;
import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBookVersion;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.usage.CountedView.Counted;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Traces a number to the devices and users, or the record, that were counted (domain.md rule 27). */
@ApplicationScoped
class CountedReading {

    private final MonthCounts counts;
    private final UsageLevels levels;
    private final Sightings sightings;
    private final Products products;
    private final PriceBooks books;
    private final Database database;
    private final Clock clock;

    CountedReading(
            MonthCounts counts,
            UsageLevels levels,
            Sightings sightings,
            Products products,
            PriceBooks books,
            Database database,
            Clock clock) {
        this.counts = counts;
        this.levels = levels;
        this.sightings = sightings;
        this.products = products;
        this.books = books;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    CountedView counted(Partner partner, Series series, YearMonth month) {
        Map<String, String> categories = products.categories();
        String category = Optional.ofNullable(categories.get(series.product())).orElseThrow(Problems::notFound);
        Optional<PriceBook> book = books.inForce(partner, month).map(PriceBookVersion::book);
        Period period = Period.of(month, clock.instant());
        Optional<Counted> billed = book.flatMap(its -> counts.of(partner, period, its, series.customerId()).stream()
                .filter(count -> count.product().equals(series.product()))
                .findFirst()
                .map(Counted::of));
        Map<Series, Levels> all = levels.byDay(partner.id(), month, List.of(series.customerId()));
        Counted counted = billed.orElseGet(() -> shown(
                series,
                all,
                period,
                book.map(its -> its.countRule(series.product())).orElse(CountRule.PEAK)));
        List<CountedView.Device> devices = new ArrayList<>();
        List<CountedView.Report> records = new ArrayList<>();
        if (counted.asOf() != null) {
            Map<Series, Devices> observed = sightings.of(partner.id(), month, List.of(series.customerId()));
            // A licence is billed by the usage of every product of its category (rule 10).
            all.keySet().stream()
                    .filter(its -> its.equals(series)
                            || (billed.isPresent() && category.equals(categories.get(its.product()))))
                    .sorted(Comparator.comparing(Series::product))
                    .forEach(its -> trace(partner.id(), its, counted.asOf(), observed.get(its), devices, records));
        }
        return CountedView.of(series, month.toString(), counted, devices, records);
    }

    private static Counted shown(Series series, Map<Series, Levels> all, Period period, CountRule rule) {
        List<DayCount> days =
                all.containsKey(series) ? CustomerUsage.shown(series.product(), all.get(series), period) : List.of();
        return days.isEmpty() ? Counted.none(rule) : Counted.of(rule, rule.apply(period, days));
    }

    private void trace(
            UUID partnerId,
            Series series,
            LocalDate asOf,
            Devices observed,
            List<CountedView.Device> devices,
            List<CountedView.Report> records) {
        LocalDate lastObserved = observed == null ? null : observed.days().floor(asOf);
        Optional<LocalDate> lastRecorded =
                lastRecorded(partnerId, series, asOf).filter(day -> lastObserved == null || day.isAfter(lastObserved));
        if (lastRecorded.isPresent()) {
            records.addAll(counted(
                    partnerId, series, lastRecorded.get(), lastRecorded.get().equals(asOf)));
        } else if (lastObserved != null) {
            observed.counted(asOf).forEach(device -> devices.add(CountedView.Device.of(device, series.product())));
        }
    }

    private Optional<LocalDate> lastRecorded(UUID partnerId, Series series, LocalDate asOf) {
        return database.first(
                """
                select day from usage_day where partner_id = ? and customer_id = ? and product = ? and day <= ?
                order by day desc limit 1""",
                row -> row.date("day"),
                partnerId,
                series.customerId(),
                series.product(),
                asOf);
    }

    /** The highest record of the day itself, or the last one of the day that is carried on. */
    private List<CountedView.Report> counted(UUID partnerId, Series series, LocalDate day, boolean highest) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return database.list(
                """
                select event_id, observed_at, quantity, product from usage_record
                where partner_id = ? and customer_id = ? and product = ? and observed_at >= ? and observed_at < ?
                order by case when ? then quantity end desc, observed_at desc, arrival desc limit 1""",
                CountedReading::report,
                partnerId,
                series.customerId(),
                series.product(),
                from,
                until,
                highest);
    }

    private static CountedView.Report report(Row row) {
        return new CountedView.Report(
                row.text("event_id"),
                row.instant("observed_at"),
                Decimals.text(row.decimal("quantity")),
                row.text("product"));
    }
}
