package dev.kontor.billing.statements;

import dev.kontor.billing.bills.BilledLine;
import dev.kontor.billing.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every statement that was issued, with its lines; nothing here is changed or removed. */
@ApplicationScoped
class Statements {

    private static final String SELECT =
            """
            select id, number, partner_id, month, version, currency, total, line_count, content_hash,
                   price_book_id, price_book_version, issued_at
            from statement""";

    private static final String SELECT_LINES =
            """
            select l.customer_id, l.customer_name, l.product, l.ordered, l.actual, l.billable, l.count_method, l.as_of,
                   l.band, l.unit_price, l.amount, l.corrects_month
            from statement_line l""";

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    Optional<Statement> find(UUID id) {
        return database.first(SELECT + " where id = ?", Statement::read, id);
    }

    Optional<Statement> latest(UUID partnerId, YearMonth month) {
        return database.first(
                SELECT + " where partner_id = ? and month = ? order by version desc limit 1",
                Statement::read,
                partnerId,
                month);
    }

    /** Newest month first. */
    List<Statement> ofPartner(UUID partnerId) {
        return database.list(
                SELECT + " where partner_id = ? order by month desc, version desc", Statement::read, partnerId);
    }

    /** The lines from {@code first} on, counted from 0. */
    List<StatementLine> lines(Statement statement, int first, int most) {
        return database.list(
                SELECT_LINES + " where l.partner_id = ? and l.statement_id = ? and l.line >= ? order by l.line limit ?",
                StatementLine::read,
                statement.partnerId(),
                statement.id(),
                first,
                most);
    }

    /** All that was billed for a month so far: its own lines and later corrections of it. */
    List<BilledLine> billedFor(UUID partnerId, YearMonth month) {
        return database.list(
                SELECT_LINES
                        + " "
                        + """
                        join statement s on s.partner_id = l.partner_id and s.id = l.statement_id
                        where l.partner_id = ?
                          and (s.month = ? and l.corrects_month is null or l.corrects_month = ?)
                        order by s.month, s.version, l.line""",
                row -> StatementLine.read(row).billed(),
                partnerId,
                month,
                month);
    }

    /** How many records of a month any statement has counted: records are only ever added. */
    long recordsCounted(UUID partnerId, YearMonth month) {
        return database.first(
                        "select coalesce(max(records), 0) as records from statement_input where partner_id = ? and month = ?",
                        row -> row.number("records"),
                        partnerId,
                        month)
                .orElseThrow();
    }

    void add(Statement statement, MonthBill bill) {
        database.update(
                """
                insert into statement (partner_id, id, number, month, version, currency, total, line_count,
                                       content_hash, price_book_id, price_book_version, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                statement.partnerId(),
                statement.id(),
                statement.number(),
                statement.month(),
                statement.version(),
                statement.currency(),
                statement.total(),
                statement.lineCount(),
                statement.contentHash(),
                statement.priceBookId(),
                statement.priceBookVersion(),
                statement.issuedAt());
        addLines(statement, bill.lines());
        addInputs(statement, bill.inputs());
    }

    /** The next number of the issuer's year; given back if the transaction does not commit. */
    int nextNumber(String issuer, int year) {
        return database.first(
                        """
                        insert into statement_number (issuer, year, last) values (?, ?, 1)
                        on conflict (issuer, year) do update set last = statement_number.last + 1
                        returning last""",
                        row -> Math.toIntExact(row.number("last")),
                        issuer,
                        year)
                .orElseThrow();
    }

    private void addLines(Statement statement, List<StatementLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (StatementLine line : lines) {
            BilledLine billed = line.billed();
            rows.add(new Object[] {
                statement.partnerId(),
                statement.id(),
                rows.size(),
                billed.customerId(),
                line.customerName(),
                billed.product(),
                billed.ordered(),
                billed.actual(),
                billed.billable(),
                billed.countMethod().text(),
                billed.asOf(),
                billed.band(),
                billed.unitPrice(),
                billed.amount(),
                billed.correctsMonth()
            });
        }
        database.batch(
                """
                insert into statement_line (partner_id, statement_id, line, customer_id, customer_name, product,
                    ordered, actual, billable, count_method, as_of, band, unit_price, amount, corrects_month)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows);
    }

    private void addInputs(Statement statement, Map<YearMonth, Long> inputs) {
        Collection<Object[]> rows = inputs.entrySet().stream()
                .map(input -> new Object[] {statement.partnerId(), statement.id(), input.getKey(), input.getValue()})
                .toList();
        database.batch(
                "insert into statement_input (partner_id, statement_id, month, records) values (?, ?, ?, ?)",
                List.copyOf(rows));
    }
}
