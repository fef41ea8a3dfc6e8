package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Relation;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.DayCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.pricebooks.Prices;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.billing.storedusage.UsageLevels;
import dev.kontor.billing.storedusage.UsageRecords;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows usage as the caller sees it: of every product, billed or not, of the open month too. */
@ApplicationScoped
class UsageReading {

    private static final Series FIRST = new Series(new UUID(0, 0), "");
    private static final int AT_ONCE = 1_000;

    private final UsageLevels usage;
    private final UsageRecords records;
    private final Customers customers;
    private final PriceBooks books;
    private final RulesInForce rules;
    private final Clock clock;

    UsageReading(
            UsageLevels usage,
            UsageRecords records,
            Customers customers,
            PriceBooks books,
            RulesInForce rules,
            Clock clock) {
        this.usage = usage;
        this.records = records;
        this.customers = customers;
        this.books = books;
        this.rules = rules;
        this.clock = clock;
    }

    /** Which usage; a null filter is none. */
    record Wanted(YearMonth month, UUID customerId, String product) {}

    @Transactional
    boolean knows(UUID customerId) {
        return !customers.relations(List.of(customerId)).isEmpty();
    }

    /** Up to one more row than the page holds. */
    @Transactional
    List<UsageView> byMonth(Partner partner, Wanted wanted, PageRequest page) {
        var book = books.billedBy(partner, wanted.month()).map(Prices::book);
        var after = after(page);
        var found = new ArrayList<UsageView>();
        // A series that shows nothing, since its customer left before the month, must not end the list.
        for (var next = series(partner, wanted, after, false, page.fetch());
                !next.isEmpty() && found.size() < page.fetch();
                next = series(partner, wanted, next.get(next.size() - 1), false, page.fetch())) {
            var days = days(partner, wanted.month(), next);
            next.stream().filter(series -> !days.get(series).isEmpty()).forEach(series -> {
                var rule = book.map(its -> its.countRule(series.product())).orElse(CountRule.PEAK);
                var quantity = rule.apply(period(wanted.month()), days.get(series));
                found.add(UsageView.ofMonth(
                        series, wanted.month().toString(), rule, quantity, isStale(days.get(series))));
            });
        }
        return found.stream().limit(page.fetch()).toList();
    }

    /** Up to one more row than the page holds. */
    @Transactional
    List<UsageView> byDay(Partner partner, Wanted wanted, PageRequest page) {
        var after = after(page);
        var afterDay = page.after(last -> LocalDate.parse(last.get(2))).orElse(LocalDate.MIN);
        var found = new ArrayList<UsageView>();
        for (var next = series(partner, wanted, after, true, page.fetch());
                !next.isEmpty() && found.size() < page.fetch();
                next = series(partner, wanted, next.get(next.size() - 1), false, page.fetch())) {
            days(partner, wanted.month(), next).forEach((series, days) -> days.stream()
                    .filter(day -> !series.equals(after) || day.day().isAfter(afterDay))
                    .forEach(day ->
                            found.add(UsageView.ofDay(series, wanted.month().toString(), day))));
        }
        return found.stream().limit(page.fetch()).toList();
    }

    /** How many rows all pages have together; it reads what they would. */
    @Transactional
    long count(Partner partner, Wanted wanted, boolean byDay) {
        var count = 0L;
        for (var next = series(partner, wanted, FIRST, true, AT_ONCE);
                !next.isEmpty();
                next = series(partner, wanted, next.get(next.size() - 1), false, AT_ONCE)) {
            count += days(partner, wanted.month(), next).values().stream()
                    .mapToLong(days -> byDay ? days.size() : Math.min(days.size(), 1))
                    .sum();
        }
        return count;
    }

    /** As of the last day that is counted. */
    private static boolean isStale(List<DayCount> days) {
        return days.get(days.size() - 1).stale().signum() > 0;
    }

    private static Series after(PageRequest page) {
        return page.after(last -> new Series(UUID.fromString(last.get(0)), last.get(1)))
                .orElse(FIRST);
    }

    private Period period(YearMonth month) {
        return Period.of(month, clock.instant());
    }

    private List<Series> series(Partner partner, Wanted wanted, Series after, boolean inclusive, int most) {
        return records.series(partner.id(), wanted.customerId(), wanted.product(), after, inclusive, most);
    }

    private Map<Series, List<DayCount>> days(Partner partner, YearMonth month, List<Series> series) {
        var levels = usage.byDay(
                partner.id(),
                month,
                series.stream().map(Series::customerId).distinct().toList());
        var left = left(partner, series);
        var levelsEndAfter = rules.today().levelsEndAfter();
        var days = new LinkedHashMap<Series, List<DayCount>>();
        for (var its : series) {
            days.put(
                    its,
                    CustomerUsage.shown(its.product(), levels.get(its), period(month), levelsEndAfter).stream()
                            .filter(day -> stays(day, left.get(its.customerId())))
                            .toList());
        }
        return days;
    }

    /** A level is carried on no longer than the customer is the partner's. */
    private static boolean stays(DayCount day, Instant left) {
        return left == null
                || day.day().atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(left);
    }

    private Map<UUID, Instant> left(Partner partner, List<Series> series) {
        var left = new HashMap<UUID, Instant>();
        customers.relations(series.stream().map(Series::customerId).distinct().toList()).stream()
                .filter(relation -> relation.partnerId().equals(partner.id()))
                .sorted(Comparator.comparing(Relation::since))
                .forEach(relation -> left.put(relation.customerId(), relation.until()));
        return left;
    }
}
