package dev.kontor.billing.statements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.usage.MonthCounts;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Decimals;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Derives again what issued statements say, from what is stored of them; in the caller's transaction, as worker. */
@ApplicationScoped
public class StatementChecks {

    /** So many broken places are told, and no more are looked for. */
    public static final int MOST = 100;

    private final Statements statements;
    private final PriceBooks books;
    private final MonthCounts counts;
    private final Partners partners;
    private final Database database;

    StatementChecks(Statements statements, PriceBooks books, MonthCounts counts, Partners partners, Database database) {
        this.statements = statements;
        this.books = books;
        this.counts = counts;
        this.partners = partners;
        this.database = database;
    }

    /** The numbers of statements whose lines don't add up to their total. */
    public List<String> totals(YearMonth month) {
        return database.sql(
                        """
                        select s.number from statement s cross join lateral (
                            select coalesce(sum(l.amount), 0) as total, count(*) as lines from statement_line l
                            where l.partner_id = s.partner_id and l.statement_id = s.id) l
                        where s.month = :month and (l.total <> s.total or l.lines <> s.line_count) limit :most""")
                .with("month", month)
                .with("most", MOST)
                .list(String.class);
    }

    /** The numbers of statements that no longer say what their content hash was made of. */
    public List<String> hashes(YearMonth month) {
        return broken(month, statement -> !ContentHash.of(statement, lines(statement), statements.inputs(statement))
                .equals(statement.contentHash()));
    }

    /** The numbers of statements in force whose usage gives other quantities or amounts when it is counted and rated again. */
    public List<String> ratings(YearMonth month) {
        return broken(month, this::ratesOtherwise);
    }

    /** Issuers and years whose numbers don't run from 1 without a gap. */
    public List<String> numbers() {
        return database.sql(
                        """
                        select n.issuer || '-' || n.year from statement_number n cross join lateral (
                            select count(*) as given, max(s.number) as last from statement s
                            where starts_with(s.number, n.issuer || '-' || n.year || '-')) s
                        where s.given <> n.last or not s.last like '%' || n.last limit :most""")
                .with("most", MOST)
                .list(String.class);
    }

    private List<String> broken(YearMonth month, Predicate<Statement> otherwise) {
        var broken = new ArrayList<String>();
        for (var statement : statements.ofMonth(month)) {
            if (broken.size() < MOST && otherwise.test(statement)) {
                broken.add(statement.number());
            }
        }
        return broken;
    }

    /**
     * Counted again from the days and levels there were, not from the quantities that are shown. One that was taken back may
     * have been counted by what was wrong then.
     */
    private boolean ratesOtherwise(Statement statement) {
        if (statement.isVoid()) {
            return false;
        }
        var book = books.version(statement.priceBookId(), statement.priceBookVersion())
                .book();
        var own = lines(statement).stream()
                .map(StatementLine::billed)
                .filter(line -> line.correctsMonth() == null)
                .toList();
        var again = statement.arrivals() == null
                ? fromShown(statement, book, own)
                : RatedMonth.of(
                        statement.rules().version(),
                        book,
                        counts.upTo(
                                statement.arrivals(),
                                partners.find(statement.partnerId()).orElseThrow(),
                                Period.whole(statement.month()),
                                book,
                                statement.rules()));
        return !said(again.lines()).equals(said(own));
    }

    /** Of a month for which nobody kept what had arrived; its quantities were rounded before they were rated. */
    private static RatedMonth fromShown(Statement statement, PriceBook book, List<BilledLine> own) {
        var counts = own.stream()
                .collect(groupingBy(
                        BilledLine::customerId,
                        mapping(
                                line -> new MonthCount(
                                        line.product(),
                                        line.ordered(),
                                        Fraction.of(line.actual()),
                                        line.billable(),
                                        line.countMethod(),
                                        line.asOf(),
                                        BigDecimal.ZERO),
                                toList())));
        return RatedMonth.of(statement.rules().version(), book, counts);
    }

    /** What lines say, however many zeros their decimals end with. */
    private static List<String> said(List<BilledLine> lines) {
        return lines.stream()
                .map(line -> Stream.of(
                                line.customerId(),
                                line.product(),
                                Decimals.text(line.actual()),
                                Decimals.text(line.billable().shown()),
                                line.asOf(),
                                line.band(),
                                Decimals.text(line.unitPrice()),
                                Decimals.text(line.amount()))
                        .map(String::valueOf)
                        .collect(joining(" ")))
                .sorted()
                .toList();
    }

    private List<StatementLine> lines(Statement statement) {
        return statements.lines(statement, 0, statement.lineCount());
    }
}
