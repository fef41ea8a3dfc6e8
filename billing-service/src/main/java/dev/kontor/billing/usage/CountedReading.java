package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CoveredPart;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.DayCount;
import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.pricebooks.Prices;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.billing.storedusage.Sightings;
import dev.kontor.billing.storedusage.UsageLevels;
import dev.kontor.billing.storedusage.UsageRecords;
import dev.kontor.billing.storedusage.UsageRecords.UsageRecord;
import dev.kontor.billing.usage.CountedView.Counted;
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
    private final Selections selections;
    private final UsageLevels levels;
    private final Sightings sightings;
    private final Products products;
    private final PriceBooks books;
    private final UsageRecords records;
    private final Clock clock;

    CountedReading(
            MonthCounts counts,
            Selections selections,
            UsageLevels levels,
            Sightings sightings,
            Products products,
            PriceBooks books,
            UsageRecords records,
            Clock clock) {
        this.counts = counts;
        this.selections = selections;
        this.levels = levels;
        this.sightings = sightings;
        this.products = products;
        this.books = books;
        this.records = records;
        this.clock = clock;
    }

    @Transactional
    CountedView counted(Partner partner, Series series, YearMonth month) {
        var categories = products.categories();
        var category = Optional.ofNullable(categories.get(series.product())).orElseThrow(Problems::notFound);
        var book = books.billedBy(partner, month).map(Prices::book);
        var period = Period.of(month, clock.instant());
        var billed = book.flatMap(its -> counts.of(partner, period, its, series.customerId()).stream()
                .filter(count -> count.product().equals(series.product()))
                .findFirst()
                .map(Counted::of));
        var all = levels.byDay(partner.id(), month, List.of(series.customerId()));
        var counted = billed.orElseGet(() -> shown(
                series,
                all,
                period,
                book.map(its -> its.countRule(series.product())).orElse(CountRule.PEAK)));
        var devices = new ArrayList<CountedView.Device>();
        var reports = new ArrayList<CountedView.Report>();
        if (counted.asOf() != null) {
            var whole = Part.whole(counted.asOf());
            var covered = billed.isPresent() ? covered(partner, series.customerId(), category, period, whole) : whole;
            // The latest level is one moment's, however high the day had been.
            var part = counted.method() == CountMethod.LAST_SNAPSHOT ? covered.end() : covered;
            var observed = sightings.of(partner.id(), month, List.of(series.customerId()));
            // A licence is billed by the usage of every product of its category (rule 10).
            all.keySet().stream()
                    .filter(its -> its.equals(series)
                            || (billed.isPresent() && category.equals(categories.get(its.product()))))
                    .sorted(Comparator.comparing(Series::product))
                    .forEach(its -> trace(partner.id(), its, part, observed.get(its), devices, reports));
        }
        return CountedView.of(series, month.toString(), counted, devices, reports);
    }

    private static Counted shown(Series series, Map<Series, Levels> all, Period period, CountRule rule) {
        List<DayCount> days =
                all.containsKey(series) ? CustomerUsage.shown(series.product(), all.get(series), period) : List.of();
        return days.isEmpty() ? Counted.none(rule) : Counted.of(rule, rule.apply(period, days));
    }

    /**
     * The part of a day whose records count.
     *
     * @param until exclusive
     */
    private record Part(LocalDate day, Instant from, Instant until) {

        static Part whole(LocalDate day) {
            return new Part(
                    day,
                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        Part end() {
            return new Part(day, until, until);
        }
    }

    /** What was reported before the licence, or after it, is not what was billed. */
    private Part covered(Partner partner, UUID customerId, String category, Period period, Part day) {
        var segments =
                selections.of(partner.id(), period.month(), customerId).getOrDefault(customerId, List.of()).stream()
                        .filter(segment -> segment.category().equals(category))
                        .toList();
        return period.days().stream()
                .filter(its -> its.date().equals(day.day()))
                .findFirst()
                .flatMap(its -> CoveredPart.of(its, segments))
                .map(its -> new Part(day.day(), its.from(), its.until()))
                .orElse(day);
    }

    private void trace(
            UUID partnerId,
            Series series,
            Part part,
            Devices observed,
            List<CountedView.Device> devices,
            List<CountedView.Report> reports) {
        var lastObserved = observed == null ? null : observed.days().floor(part.day());
        var recorded = records.counted(partnerId, series, part.from(), part.until())
                .filter(record -> lastObserved == null || day(record).isAfter(lastObserved));
        if (recorded.isPresent()) {
            reports.add(CountedView.Report.of(recorded.get()));
        } else if (lastObserved != null) {
            observed.counted(part.day())
                    .forEach(device -> devices.add(CountedView.Device.of(device, series.product())));
        }
    }

    private static LocalDate day(UsageRecord record) {
        return LocalDate.ofInstant(record.observedAt(), ZoneOffset.UTC);
    }
}
