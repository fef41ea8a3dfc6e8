package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Relation;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.pricebooks.Prices;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.CorrectedMonth;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.storedusage.UsageLevels;
import dev.kontor.billing.usage.MonthCounts;
import dev.kontor.billing.usage.RulesInForce;
import dev.kontor.platform.web.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers a partner's month and has it counted and rated: the one way to a bill, for estimates and statements alike. */
@ApplicationScoped
class MonthBills {

    /** Usage is taken for the open month and two before it; one more covers what arrived while a month was closing. */
    private static final int MONTHS_CORRECTED = 3;

    private final UsageLevels usage;
    private final MonthCounts counts;
    private final Customers customers;
    private final PriceBooks books;
    private final Statements statements;
    private final RulesInForce rules;

    MonthBills(
            UsageLevels usage,
            MonthCounts counts,
            Customers customers,
            PriceBooks books,
            Statements statements,
            RulesInForce rules) {
        this.usage = usage;
        this.counts = counts;
        this.customers = customers;
        this.books = books;
        this.statements = statements;
        this.rules = rules;
    }

    /** The bill as of {@code now}; empty where no price book is in force. */
    Optional<MonthBill> bill(Partner partner, YearMonth month, Instant now) {
        return books.inForce(partner, month).map(prices -> bill(partner, Period.of(month, now), prices));
    }

    private MonthBill bill(Partner partner, Period period, Prices prices) {
        var month = period.month();
        var currency = prices.book().currency();
        var inputs = new TreeMap<YearMonth, Long>();
        inputs.put(month, usage.count(partner.id(), month));
        var today = rules.today();
        var rated = RatedMonth.of(today.version(), prices.book(), counts.of(partner, period, prices.book(), today));
        var lines = new ArrayList<>(rated.lines());
        var corrected = new ArrayList<CorrectedMonth>();
        var inOtherCurrency = new TreeSet<YearMonth>();
        for (var closed : closedOtherwise(partner, month)) {
            var again = correction(partner, closed, inputs);
            corrected.add(again);
            if (closed.currency().equals(currency)) {
                lines.addAll(again.differences());
            } else if (!again.differences().isEmpty()) {
                inOtherCurrency.add(closed.month());
            }
        }
        return new MonthBill(
                prices,
                today,
                rated,
                named(partner, month, lines),
                corrected,
                inOtherCurrency,
                inputs,
                statements.creditBefore(partner.id(), month, currency));
    }

    /**
     * Closed months whose records are no longer those that were counted, all after such a one, and those issued again:
     * what was corrected before may have been of the statement that was taken back.
     */
    private List<Statement> closedOtherwise(Partner partner, YearMonth month) {
        var from = month.minusMonths(MONTHS_CORRECTED);
        var counted = statements.recordsCounted(partner.id(), from, month);
        var stored = usage.counts(partner.id(), from, month);
        var closed = new ArrayList<Statement>();
        var late = false;
        for (var statement : statements.correctable(partner.id(), from, month)) {
            late = late || !Objects.equals(counted.get(statement.month()), stored.get(statement.month()));
            if (late || statement.version() > 1) {
                closed.add(statement);
            }
        }
        return closed;
    }

    /** By the prices and the rules that it was closed under. */
    private CorrectedMonth correction(Partner partner, Statement statement, Map<YearMonth, Long> inputs) {
        var closed = statement.month();
        var itsOwn = books.version(statement.priceBookId(), statement.priceBookVersion())
                .book();
        inputs.put(closed, usage.count(partner.id(), closed));
        var its = statement.rules();
        var again = RatedMonth.of(its.version(), itsOwn, counts.of(partner, Period.whole(closed), itsOwn, its));
        return CorrectedMonth.of(closed, again, statements.billedFor(partner.id(), closed));
    }

    /** With the customers' names, as a reader looks for them. */
    List<StatementLine> named(Partner partner, YearMonth month, List<BilledLine> lines) {
        var names = new HashMap<UUID, String>();
        customers
                .of(partner.id(), Period.start(month.minusMonths(MONTHS_CORRECTED)), Period.end(month))
                .forEach((Relation its) -> names.put(its.customerId(), its.name()));
        return lines.stream()
                .map(line -> new StatementLine(
                        names.getOrDefault(line.customerId(), line.customerId().toString()), line))
                .sorted(inOrder(names.values()))
                .toList();
    }

    /**
     * As a reader looks for them: customer by customer in the order of the customer list, a month's own line before the
     * corrections of others.
     */
    private static Comparator<StatementLine> inOrder(Collection<String> names) {
        var folded = new HashMap<String, String>();
        names.forEach(name -> folded.computeIfAbsent(name, Folding::of));
        return Comparator.<StatementLine, String>comparing(
                        line -> folded.getOrDefault(line.customerName(), line.customerName()), Folding.ORDER)
                .thenComparing(line -> line.billed().customerId())
                .thenComparing(line -> line.billed().product())
                .thenComparing(
                        line -> line.billed().correctsMonth(),
                        Comparator.nullsFirst(Comparator.<YearMonth>naturalOrder()));
    }
}
