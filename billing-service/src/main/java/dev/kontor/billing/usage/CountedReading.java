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
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rules.Rules;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final RulesInForce rules;
    private final Clock clock;

    CountedReading(
            MonthCounts counts,
            Selections selections,
            UsageLevels levels,
            Sightings sightings,
            Products products,
            PriceBooks books,
            UsageRecords records,
            RulesInForce rules,
            Clock clock) {
        this.counts = counts;
        this.selections = selections;
        this.levels = levels;
        this.sightings = sightings;
        this.products = products;
        this.books = books;
        this.records = records;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    CountedView counted(Partner partner, Series series, YearMonth month) {
        var category =
                Optional.ofNullable(products.categories().get(series.product())).orElseThrow(Problems::notFound);
        var closed = rules.closed(month);
        var its = closed.map(RulesInForce.ClosedUnder::its).orElseGet(rules::today);
        var atClose = closed.map(RulesInForce.ClosedUnder::arrivals)
                .map(arrivals -> new Trace(partner, series, category, month, its, arrivals))
                // What is billed late of a product without a line is no part of what was closed.
                .filter(trace -> trace.billed.isPresent());
        return atClose.orElseGet(() -> new Trace(partner, series, category, month, its, Long.MAX_VALUE))
                .view();
    }

    /** What a month's number was made of, from what had arrived up to a place in the order of arrivals. */
    private final class Trace {

        private final Partner partner;
        private final Series series;
        private final String category;
        private final Period period;
        private final Rules by;
        private final long arrivals;
        private final Optional<PriceBook> book;
        private final Optional<Counted> billed;

        Trace(Partner partner, Series series, String category, YearMonth month, Rules by, long arrivals) {
            this.partner = partner;
            this.series = series;
            this.category = category;
            this.period = Period.of(month, clock.instant());
            this.by = by;
            this.arrivals = arrivals;
            this.book = books.billedBy(partner, month).map(Prices::book);
            this.billed =
                    book.flatMap(its -> counts.upTo(arrivals, partner, period, its, by, series.customerId()).stream()
                            .filter(count -> count.product().equals(series.product()) && count.used())
                            .findFirst()
                            .map(Counted::of));
        }

        CountedView view() {
            var month = period.month();
            var customers = List.of(series.customerId());
            var all = levels.upTo(arrivals, partner.id(), month, customers);
            var counted = billed.orElseGet(() ->
                    shown(all, book.map(its -> its.countRule(series.product())).orElse(CountRule.PEAK)));
            var devices = new ArrayList<CountedView.Device>();
            var reports = new ArrayList<CountedView.Report>();
            if (counted.asOf() != null) {
                var observed = sightings.upTo(arrivals, partner.id(), month, customers);
                (billed.isPresent() ? covered(all, counted) : Optional.of(whole(counted.asOf())))
                        .ifPresent(part -> part.counted().stream()
                                .map(product -> new Series(series.customerId(), product))
                                .filter(all::containsKey)
                                .sorted(Comparator.comparing(Series::product))
                                .forEach(its -> trace(its, counted, part, observed.get(its), devices, reports)));
            }
            return CountedView.of(series, month.toString(), counted, devices, reports);
        }

        private Counted shown(Map<Series, Levels> all, CountRule rule) {
            List<DayCount> days = all.containsKey(series)
                    ? CustomerUsage.shown(series.product(), all.get(series), period, by.levelsEndAfter())
                    : List.of();
            return days.isEmpty() ? Counted.none(rule) : Counted.of(rule, rule.apply(period, days));
        }

        private CoveredPart whole(LocalDate day) {
            return new CoveredPart(
                    Period.start(day), Period.start(day.plusDays(1)), series.product(), Set.of(series.product()));
        }

        /**
         * What was reported before the licence, or after it, is not what was billed; what was reported of other products of
         * its category is (rule 10). The latest level is that of the last day counted.
         */
        private Optional<CoveredPart> covered(Map<Series, Levels> all, Counted counted) {
            var byProduct = new HashMap<String, Levels>();
            all.forEach((its, reported) -> byProduct.put(its.product(), reported));
            var segments = selections
                    .of(partner.id(), period.month(), series.customerId())
                    .getOrDefault(series.customerId(), List.of());
            var usage = new CustomerUsage(byProduct, products.categories(), segments);
            var days = new ArrayList<>(period.days());
            Collections.reverse(days);
            return days.stream()
                    .filter(day -> counted.method() == CountMethod.LAST_SNAPSHOT
                            || day.date().equals(counted.asOf()))
                    .flatMap(day -> by.version().covered(usage, day, category).stream())
                    .filter(part -> counted.method() != CountMethod.LAST_SNAPSHOT
                            || part.product().equals(series.product()))
                    .findFirst();
        }

        private void trace(
                Series its,
                Counted counted,
                CoveredPart part,
                Devices observed,
                List<CountedView.Device> devices,
                List<CountedView.Report> reports) {
            var lastObserved = observed == null ? null : observed.days().floor(counted.asOf());
            // The latest level is one moment's, however high the day had been.
            var from = counted.method() == CountMethod.LAST_SNAPSHOT ? part.until() : part.from();
            var recorded = records.counted(arrivals, partner.id(), its, from, part.until())
                    .filter(record -> lastObserved == null || day(record).isAfter(lastObserved));
            if (recorded.isPresent()) {
                reports.add(CountedView.Report.of(recorded.get()));
            } else if (lastObserved != null) {
                observed.counted(counted.asOf())
                        .forEach(device -> devices.add(CountedView.Device.of(device, its.product())));
            }
        }
    }

    private static LocalDate day(UsageRecord record) {
        return LocalDate.ofInstant(record.observedAt(), ZoneOffset.UTC);
    }
}
