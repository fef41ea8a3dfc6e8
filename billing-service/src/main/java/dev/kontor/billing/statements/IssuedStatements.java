package dev.kontor.billing.statements;

import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads issued statements for documents about them, in the caller's transaction. */
@ApplicationScoped
public class IssuedStatements {

    private final Statements statements;
    private final Database database;

    IssuedStatements(Statements statements, Database database) {
        this.statements = statements;
        this.database = database;
    }

    /** A line with the customer's name as it was then. */
    public record IssuedLine(String customerName, BilledLine billed) {}

    private record Sum(YearMonth month, BigDecimal amount) {}

    public Optional<IssuedStatement> find(UUID id) {
        return statements.find(id).map(IssuedStatement::of);
    }

    /** The sums of its lines by the months they are of: its own, and those they correct. */
    public Map<YearMonth, BigDecimal> sums(IssuedStatement statement) {
        var sums = new TreeMap<YearMonth, BigDecimal>();
        database.sql(
                        """
                        select coalesce(l.corrects_month, :month) as month, sum(l.amount) as amount from statement_line l
                        where l.partner_id = :partner and l.statement_id = :statement group by 1""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .with("month", statement.month())
                .list(Sum.class)
                .forEach(sum -> sums.put(sum.month(), sum.amount()));
        return sums;
    }

    /** The products its lines are of, with their names of now. */
    public Map<String, String> productNames(IssuedStatement statement) {
        var names = new TreeMap<String, String>();
        database.sql(
                        """
                        select l.product as code, coalesce(p.name, l.product) as name
                        from (select distinct product from statement_line
                              where partner_id = :partner and statement_id = :statement) l
                        left join product p on p.code = l.product""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .each(row -> names.put(row.text("code"), row.text("name")));
        return names;
    }

    /** In their order. */
    public List<IssuedLine> lines(UUID statementId) {
        var statement = statements.find(statementId).orElseThrow();
        return statements.lines(statement, 0, statement.lineCount()).stream()
                .map(line -> new IssuedLine(line.customerName(), line.billed()))
                .toList();
    }
}
