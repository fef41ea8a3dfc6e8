package dev.kontor.billing.statements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.bills.BilledLine;
import dev.kontor.billing.bills.Corrections;
import dev.kontor.billing.bills.RatedMonth;
import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Licenses;
import dev.kontor.billing.copies.Licenses.MonthlyLicense;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.copies.Relation;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.pricebooks.PriceBookVersion;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.usage.UsageLevels;
import dev.kontor.billing.usage.UsageLevels.MonthLevels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Gathers a partner's month and has it counted and rated: the one way to a bill, for estimates and statements alike. */
@ApplicationScoped
class MonthBills {

    /** Usage is taken for the open month and two before it; one more covers what arrived while a month was closing. */
    private static final int MONTHS_CORRECTED = 3;

    /** As a reader looks for them: customer by customer, a month's own line before the corrections of others. */
    private static final Comparator<StatementLine> BY_CUSTOMER = Comparator.comparing(StatementLine::customerName)
            .thenComparing(line -> line.billed().customerId().toString())
            .thenComparing(line -> line.billed().product())
            .thenComparing(
                    line -> line.billed().correctsMonth(), Comparator.nullsFirst(Comparator.<YearMonth>naturalOrder()));

    private final UsageLevels usage;
    private final Licenses licenses;
    private final Customers customers;
    private final Products products;
    private final PriceBooks books;
    private final Statements statements;

    MonthBills(
            UsageLevels usage,
            Licenses licenses,
            Customers customers,
            Products products,
            PriceBooks books,
            Statements statements) {
        this.usage = usage;
        this.licenses = licenses;
        this.customers = customers;
        this.products = products;
        this.books = books;
        this.statements = statements;
    }

    /** The bill as of {@code now}; empty where no price book is in force. */
    Optional<MonthBill> bill(Partner partner, YearMonth month, Instant now) {
        return books.inForce(partner, month).map(prices -> bill(partner, Period.of(month, now), prices));
    }

    private MonthBill bill(Partner partner, Period period, PriceBookVersion prices) {
        YearMonth month = period.month();
        Map<YearMonth, Long> inputs = new TreeMap<>();
        MonthLevels levels = usage.ofPartner(partner.id(), month);
        inputs.put(month, levels.records());
        RatedMonth rated = RatedMonth.of(period, prices.book(), usageOf(partner, month, levels));
        List<BilledLine> lines = new ArrayList<>(rated.lines());
        lines.addAll(corrections(partner, month, inputs));
        return new MonthBill(prices, rated, named(partner, month, lines), inputs);
    }

    /** Rates closed months again whose records are no longer those that were counted, and all after such a one. */
    private List<BilledLine> corrections(Partner partner, YearMonth month, Map<YearMonth, Long> inputs) {
        List<BilledLine> corrections = new ArrayList<>();
        boolean late = false;
        for (YearMonth closed = month.minusMonths(MONTHS_CORRECTED);
                closed.isBefore(month);
                closed = closed.plusMonths(1)) {
            Optional<Statement> statement = statements.latest(partner.id(), closed);
            if (statement.isEmpty()) {
                continue;
            }
            late = late || usage.count(partner.id(), closed) != statements.recordsCounted(partner.id(), closed);
            if (late) {
                corrections.addAll(correction(partner, statement.get(), inputs));
            }
        }
        return corrections;
    }

    private List<BilledLine> correction(Partner partner, Statement statement, Map<YearMonth, Long> inputs) {
        YearMonth closed = statement.month();
        PriceBook itsOwn = books.version(statement.priceBookId(), statement.priceBookVersion())
                .book();
        MonthLevels levels = usage.ofPartner(partner.id(), closed);
        inputs.put(closed, levels.records());
        RatedMonth again = RatedMonth.of(Period.whole(closed), itsOwn, usageOf(partner, closed, levels));
        return Corrections.of(closed, again.lines(), statements.billedFor(partner.id(), closed));
    }

    private Map<UUID, CustomerUsage> usageOf(Partner partner, YearMonth month, MonthLevels levels) {
        Map<String, String> categories = products.categories();
        Map<UUID, Map<String, Levels>> byCustomer = levels.byCustomer();
        Map<UUID, CustomerUsage> usages = new HashMap<>();
        segments(partner, month)
                .forEach((customerId, segments) -> usages.put(
                        customerId,
                        new CustomerUsage(byCustomer.getOrDefault(customerId, Map.of()), categories, segments)));
        return usages;
    }

    private Map<UUID, List<Segment>> segments(Partner partner, YearMonth month) {
        Instant from = Period.start(month);
        Instant until = Period.end(month);
        Map<UUID, Instant> left = new HashMap<>();
        // In order of time, so the last stretch counts for who left and came back.
        customers.of(partner.id(), from, until).forEach(its -> left.put(its.customerId(), its.until()));
        return licenses.monthly(partner.id(), from, until).stream()
                .collect(groupingBy(
                        MonthlyLicense::customerId,
                        mapping(license -> segment(license, left.get(license.customerId())), toList())));
    }

    private static Segment segment(MonthlyLicense license, Instant left) {
        boolean leftFirst = left != null && (license.until() == null || left.isBefore(license.until()));
        return new Segment(
                license.product(),
                license.category(),
                license.from(),
                leftFirst ? left : license.until(),
                license.ordered());
    }

    private List<StatementLine> named(Partner partner, YearMonth month, List<BilledLine> lines) {
        Map<UUID, String> names = new HashMap<>();
        customers
                .of(partner.id(), Period.start(month.minusMonths(MONTHS_CORRECTED)), Period.end(month))
                .forEach((Relation its) -> names.put(its.customerId(), its.name()));
        return lines.stream()
                .map(line -> new StatementLine(
                        names.getOrDefault(line.customerId(), line.customerId().toString()), line))
                .sorted(BY_CUSTOMER)
                .toList();
    }
}
