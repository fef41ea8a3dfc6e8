package dev.kontor.billing.statements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.Rating;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Derives again what issued statements say, from what is stored of them; in the caller's transaction, as worker. */
@ApplicationScoped
public class StatementChecks {

    /** So many broken places are told, and no more are looked for. */
    public static final int MOST = 100;

    private final Statements statements;
    private final PriceBooks books;
    private final Database database;

    StatementChecks(Statements statements, PriceBooks books, Database database) {
        this.statements = statements;
        this.books = books;
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

    /** The numbers of statements whose quantities give other amounts when they are rated again. */
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

    private boolean ratesOtherwise(Statement statement) {
        var book = books.version(statement.priceBookId(), statement.priceBookVersion())
                .book();
        var byProduct = lines(statement).stream()
                .map(StatementLine::billed)
                .filter(line -> line.correctsMonth() == null)
                .collect(groupingBy(BilledLine::product, TreeMap::new, toList()));
        return byProduct.entrySet().stream()
                .anyMatch(product -> ratesOtherwise(book, product.getKey(), product.getValue()));
    }

    private static boolean ratesOtherwise(PriceBook book, String product, List<BilledLine> lines) {
        var again = Rating.rate(
                book.entry(product).orElseThrow(),
                book.digits(),
                lines.stream()
                        .map(line -> new CustomerQuantity(line.customerId().toString(), line.billable()))
                        .toList());
        var amounts = new HashMap<String, BigDecimal>();
        again.shares().forEach(share -> amounts.put(share.customer(), share.amount()));
        return lines.stream()
                .anyMatch(line ->
                        line.amount().compareTo(amounts.get(line.customerId().toString())) != 0
                                || line.unitPrice().compareTo(again.unitPrice()) != 0
                                || !line.band().equals(again.band()));
    }

    private List<StatementLine> lines(Statement statement) {
        return statements.lines(statement, 0, statement.lineCount());
    }
}
