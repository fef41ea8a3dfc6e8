package dev.kontor.billing.statements;

import dev.kontor.billing.counting.Period;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Every statement that was issued, with its lines; nothing here is changed or removed. */
@ApplicationScoped
class Statements {

    private static final String SELECT =
            """
            select s.id, s.number, s.partner_id, s.month, s.version, s.currency, s.total, s.credit, s.line_count,
                   s.content_hash, s.price_book_id, s.price_book_version, s.issued_at, v.voided_at
            from statement s
            left join statement_void v on v.partner_id = s.partner_id and v.statement_id = s.id""";

    private static final String IN_FORCE =
            """
            not exists (select from statement_void v where v.partner_id = s.partner_id and v.statement_id = s.id)""";

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
        return database.first(SELECT + " where s.id = ?", Statement::read, id);
    }

    /** The month's statement that is not void. */
    Optional<Statement> inForce(UUID partnerId, YearMonth month) {
        return versions(partnerId, month).stream()
                .filter(statement -> !statement.isVoid())
                .findFirst();
    }

    /** All that were issued for a month, the latest first. */
    List<Statement> versions(UUID partnerId, YearMonth month) {
        return database.list(
                SELECT + " where s.partner_id = ? and s.month = ? order by s.version desc",
                Statement::read,
                partnerId,
                month);
    }

    /** Every partner's, void ones too. */
    List<Statement> ofMonth(YearMonth month) {
        return database.list(SELECT + " where s.month = ? order by s.number", Statement::read, month);
    }

    /** Newest month first. */
    List<Statement> ofPartner(UUID partnerId) {
        return database.list(
                SELECT + " where s.partner_id = ? order by s.month desc, s.version desc", Statement::read, partnerId);
    }

    /** In force, of months before {@code month}: those from {@code from} on, and earlier ones issued again since. */
    List<Statement> correctable(UUID partnerId, YearMonth from, YearMonth month) {
        return database.list(
                SELECT
                        + """
                         where s.partner_id = ? and s.month < ? and v.voided_at is null
                           and (s.month >= ? or s.version > 1 and s.issued_at >= ?)
                        order by s.month""",
                Statement::read,
                partnerId,
                month,
                from,
                Period.start(from));
    }

    /** What the statements before a month left over: more was asked for, with what was carried, than their totals say. */
    BigDecimal creditBefore(UUID partnerId, YearMonth month, String currency) {
        return database.first(
                        "select coalesce(sum(s.amount_due - s.total), 0) as credit from statement s"
                                + " where s.partner_id = ? and s.month < ? and s.currency = ? and "
                                + IN_FORCE,
                        row -> row.decimal("credit"),
                        partnerId,
                        month,
                        currency)
                .orElseThrow();
    }

    /** False where it was void already. */
    boolean addVoid(Statement statement, String by) {
        return database.update(
                        """
                        insert into statement_void (partner_id, statement_id, voided_at, voided_by)
                        values (?, ?, ?, ?) on conflict do nothing""",
                        statement.partnerId(),
                        statement.id(),
                        statement.voidedAt(),
                        by)
                == 1;
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
                """
                (%1$s join statement s on s.partner_id = l.partner_id and s.id = l.statement_id
                 where s.partner_id = ? and s.month = ? and l.corrects_month is null and %2$s
                 order by s.version, l.line)
                union all
                (%1$s join statement s on s.partner_id = l.partner_id and s.id = l.statement_id
                 where l.partner_id = ? and l.corrects_month = ? and %2$s
                 order by s.month, s.version, l.line)"""
                        .formatted(SELECT_LINES, IN_FORCE),
                row -> StatementLine.read(row).billed(),
                partnerId,
                month,
                partnerId,
                month);
    }

    /** The billed quantities of each of several months by product, corrections left out. */
    Collection<Map<String, BigDecimal>> quantities(UUID partnerId, YearMonth from, YearMonth until) {
        Map<YearMonth, Map<String, BigDecimal>> quantities = new TreeMap<>();
        database.list(
                """
                select s.month, l.product, sum(l.billable) as quantity
                from statement s join statement_line l on l.partner_id = s.partner_id and l.statement_id = s.id
                where s.partner_id = ? and s.month >= ? and s.month < ? and l.corrects_month is null and %s
                group by s.month, l.product"""
                        .formatted(IN_FORCE),
                row -> quantities
                        .computeIfAbsent(row.month("month"), month -> new TreeMap<>())
                        .put(row.text("product"), row.decimal("quantity")),
                partnerId,
                from,
                until);
        return quantities.values();
    }

    /** How many records of each month any statement in force has counted: records are only ever added. */
    Map<YearMonth, Long> recordsCounted(UUID partnerId, YearMonth from, YearMonth until) {
        Map<YearMonth, Long> counted = new HashMap<>();
        database.list(
                """
                select i.month, max(i.records) as records
                from statement_input i join statement s on s.partner_id = i.partner_id and s.id = i.statement_id
                where i.partner_id = ? and s.month >= ? and i.month >= ? and i.month < ? and %s
                group by i.month having max(i.records) > 0"""
                        .formatted(IN_FORCE),
                row -> counted.put(row.month("month"), row.number("records")),
                partnerId,
                from,
                from,
                until);
        return counted;
    }

    void add(Statement statement, MonthBill bill) {
        database.update(
                """
                insert into statement (partner_id, id, number, month, version, currency, total, credit,
                                       line_count, content_hash, price_book_id, price_book_version, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                statement.partnerId(),
                statement.id(),
                statement.number(),
                statement.month(),
                statement.version(),
                statement.currency(),
                statement.total(),
                statement.credit(),
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

    /** All in one statement: a large partner has 100,000. */
    private void addLines(Statement statement, List<StatementLine> lines) {
        List<BilledLine> billed = lines.stream().map(StatementLine::billed).toList();
        database.update(
                """
                insert into statement_line (partner_id, statement_id, line, customer_id, customer_name, product,
                    ordered, actual, billable, count_method, as_of, band, unit_price, amount, corrects_month)
                select ?, ?, u.line - 1, u.customer_id, u.customer_name, u.product, u.ordered, u.actual, u.billable,
                       u.count_method, u.as_of, u.band, u.unit_price, u.amount, u.corrects_month
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as u (customer_id, customer_name, product,
                    ordered, actual, billable, count_method, as_of, band, unit_price, amount, corrects_month, line)""",
                statement.partnerId(),
                statement.id(),
                column(billed, BilledLine::customerId, new UUID[0]),
                column(lines, StatementLine::customerName, new String[0]),
                column(billed, BilledLine::product, new String[0]),
                column(billed, BilledLine::ordered, new BigDecimal[0]),
                column(billed, BilledLine::actual, new BigDecimal[0]),
                column(billed, BilledLine::billable, new BigDecimal[0]),
                column(billed, line -> line.countMethod().text(), new String[0]),
                column(billed, BilledLine::asOf, new LocalDate[0]),
                column(billed, BilledLine::band, new String[0]),
                column(billed, BilledLine::unitPrice, new BigDecimal[0]),
                column(billed, BilledLine::amount, new BigDecimal[0]),
                column(
                        billed,
                        line -> line.correctsMonth() == null
                                ? null
                                : line.correctsMonth().atDay(1),
                        new LocalDate[0]));
    }

    private static <T, V> V[] column(List<T> rows, Function<T, V> value, V[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    /** How many records of which month a statement was made from. */
    Map<YearMonth, Long> inputs(Statement statement) {
        Map<YearMonth, Long> inputs = new TreeMap<>();
        database.list(
                "select month, records from statement_input where partner_id = ? and statement_id = ?",
                row -> inputs.put(row.month("month"), row.number("records")),
                statement.partnerId(),
                statement.id());
        return inputs;
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
