package dev.kontor.billing.statements;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.rating.Parts;
import dev.kontor.billing.rules.Rules;
import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
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
                   s.content_hash, s.price_book_id, s.price_book_version, s.rules, s.levels_end_after, s.arrivals,
                   s.issued_at, v.voided_at, v.reason as void_reason,
                   case when v.voided_at is null then 'final' else 'void' end as state
            from statement s
            left join statement_void v on v.partner_id = s.partner_id and v.statement_id = s.id
            """;

    private static final String IN_FORCE =
            """
            not exists (select from statement_void v where v.partner_id = s.partner_id and v.statement_id = s.id)
            """;

    private static final String SELECT_LINES =
            """
            select l.customer_id, l.customer_name, l.product, l.ordered, l.actual, l.billable, l.billable_numerator,
                   l.billable_denominator, l.count_method, l.as_of,
                   l.band, l.unit_price, l.amount, l.units, l.flat_fee, l.minimum, l.maximum, l.corrects_month
            from statement_line l
            """;

    private final Database database;

    /** What a statement was counted by, as it is kept. */
    private record ClosedUnder(RulesVersion rules, Integer levelsEndAfter, Long arrivals) {}

    Statements(Database database) {
        this.database = database;
    }

    private static Statement statement(Row row) {
        var closed = row.as(ClosedUnder.class);
        return new Statement(
                row.id("id"),
                row.text("number"),
                row.id("partner_id"),
                row.month("month"),
                row.constant("state", StatementState.class),
                (int) row.number("version"),
                row.text("currency"),
                row.decimal("total"),
                row.decimal("credit"),
                (int) row.number("line_count"),
                row.text("content_hash"),
                row.text("price_book_id"),
                (int) row.number("price_book_version"),
                new Rules(closed.rules(), closed.levelsEndAfter()),
                closed.arrivals(),
                row.instant("issued_at"),
                row.instant("voided_at"),
                row.text("void_reason"));
    }

    private static BilledLine line(Row row) {
        return new BilledLine(
                row.id("customer_id"),
                row.text("product"),
                row.decimal("ordered"),
                row.decimal("actual"),
                billable(row),
                row.constant("count_method", CountMethod.class),
                row.date("as_of"),
                row.text("band"),
                row.decimal("unit_price"),
                row.decimal("amount"),
                parts(row),
                row.month("corrects_month"));
    }

    /** As exact as it was kept: no decimal is kept as a fraction, but for lines from before. */
    private static Fraction billable(Row row) {
        var numerator = row.decimal("billable_numerator");
        return numerator == null
                ? Fraction.of(row.decimal("billable"))
                : new Fraction(numerator, row.number("billable_denominator"));
    }

    /** Null of a line from before they were kept. */
    private static Parts parts(Row row) {
        var units = row.decimal("units");
        if (units == null) {
            return null;
        }
        return row.decimal("flat_fee") == null
                ? Parts.ofUnits(units)
                : new Parts(units, row.decimal("flat_fee"), row.decimal("minimum"), row.decimal("maximum"));
    }

    Optional<Statement> find(UUID id) {
        return database.sql(SELECT + "where s.id = :id").with("id", id).first(Statements::statement);
    }

    /** The month's statement that is not void. */
    Optional<Statement> inForce(UUID partnerId, YearMonth month) {
        return versions(partnerId, month).stream()
                .filter(statement -> !statement.isVoid())
                .findFirst();
    }

    /** All that were issued for a month, the latest first. */
    List<Statement> versions(UUID partnerId, YearMonth month) {
        return database.sql(SELECT + "where s.partner_id = :partner and s.month = :month order by s.version desc")
                .with("partner", partnerId)
                .with("month", month)
                .list(Statements::statement);
    }

    /** Every partner's, void ones too. */
    List<Statement> ofMonth(YearMonth month) {
        return database.sql(SELECT + "where s.month = :month order by s.number")
                .with("month", month)
                .list(Statements::statement);
    }

    /** Newest month first. */
    List<Statement> ofPartner(UUID partnerId) {
        return database.sql(SELECT + "where s.partner_id = :partner order by s.month desc, s.version desc")
                .with("partner", partnerId)
                .list(Statements::statement);
    }

    /** In force, of months before {@code month}: those from {@code from} on, and earlier ones issued again since. */
    List<Statement> correctable(UUID partnerId, YearMonth from, YearMonth month) {
        return database.sql(
                        SELECT
                                + """
                                where s.partner_id = :partner and s.month < :month and v.voided_at is null
                                  and (s.month >= :from or s.version > 1 and s.issued_at >= :start)
                                order by s.month""")
                .with("partner", partnerId)
                .with("month", month)
                .with("from", from)
                .with("start", Period.start(from))
                .list(Statements::statement);
    }

    /** What the statements before a month left over: more was asked for, with what was carried, than their totals say. */
    BigDecimal creditBefore(UUID partnerId, YearMonth month, String currency) {
        return database.sql(
                        """
                        select coalesce(sum(s.amount_due - s.total), 0) from statement s
                        where s.partner_id = :partner and s.month < :month and s.currency = :currency and %s"""
                                .formatted(IN_FORCE))
                .with("partner", partnerId)
                .with("month", month)
                .with("currency", currency)
                .one(BigDecimal.class);
    }

    /** False where it was void already. */
    boolean addVoid(Statement statement, Instant at, String by, String reason) {
        return database.sql(
                                """
                                insert into statement_void (partner_id, statement_id, voided_at, voided_by, reason)
                                values (:partner, :statement, :at, :by, :reason) on conflict do nothing""")
                        .with("partner", statement.partnerId())
                        .with("statement", statement.id())
                        .with("at", at)
                        .with("by", by)
                        .with("reason", reason)
                        .update()
                == 1;
    }

    /** The lines from {@code first} on, counted from 0. */
    List<StatementLine> lines(Statement statement, int first, int most) {
        return database.sql(
                        SELECT_LINES
                                + """
                                where l.partner_id = :partner and l.statement_id = :statement and l.line >= :first
                                order by l.line limit :most""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .with("first", first)
                .with("most", most)
                .list(row -> new StatementLine(row.text("customer_name"), line(row)));
    }

    /** All that was billed for a month so far: its own lines and later corrections of it. */
    List<BilledLine> billedFor(UUID partnerId, YearMonth month) {
        return billedFor(partnerId, month, null);
    }

    /** The same but for what later statements than of the months before {@code until} billed; null for all. */
    List<BilledLine> billedFor(UUID partnerId, YearMonth month, YearMonth until) {
        return database.sql(
                        """
                        (%1$s join statement s on s.partner_id = l.partner_id and s.id = l.statement_id
                         where s.partner_id = :partner and s.month = :month and l.corrects_month is null and %2$s
                           and (:until::date is null or s.month < :until)
                         order by s.version, l.line)
                        union all
                        (%1$s join statement s on s.partner_id = l.partner_id and s.id = l.statement_id
                         where l.partner_id = :partner and l.corrects_month = :month and %2$s
                           and (:until::date is null or s.month < :until)
                         order by s.month, s.version, l.line)"""
                                .formatted(SELECT_LINES, IN_FORCE))
                .with("partner", partnerId)
                .with("month", month)
                .with("until", until)
                .list(Statements::line);
    }

    /** The billed quantities of each of several months by product, corrections left out. */
    Collection<Map<String, BigDecimal>> quantities(UUID partnerId, YearMonth from, YearMonth until) {
        var quantities = new TreeMap<YearMonth, Map<String, BigDecimal>>();
        database.sql(
                        """
                        select s.month, l.product, sum(l.billable) as quantity
                        from statement s join statement_line l on l.partner_id = s.partner_id and l.statement_id = s.id
                        where s.partner_id = :partner and s.month >= :from and s.month < :until
                          and l.corrects_month is null and %s
                        group by s.month, l.product"""
                                .formatted(IN_FORCE))
                .with("partner", partnerId)
                .with("from", from)
                .with("until", until)
                .each(row -> quantities
                        .computeIfAbsent(row.month("month"), month -> new TreeMap<>())
                        .put(row.text("product"), row.decimal("quantity")));
        return quantities.values();
    }

    /** How many records of each month any statement in force has counted: records are only ever added. */
    Map<YearMonth, Long> recordsCounted(UUID partnerId, YearMonth from, YearMonth until) {
        var counted = new HashMap<YearMonth, Long>();
        database.sql(
                        """
                        select i.month, max(i.records) as records
                        from statement_input i join statement s on s.partner_id = i.partner_id and s.id = i.statement_id
                        where i.partner_id = :partner and s.month >= :from and i.month >= :from and i.month < :until
                          and %s
                        group by i.month having max(i.records) > 0"""
                                .formatted(IN_FORCE))
                .with("partner", partnerId)
                .with("from", from)
                .with("until", until)
                .each(row -> counted.put(row.month("month"), row.number("records")));
        return counted;
    }

    void add(Statement statement, MonthBill bill) {
        database.sql(
                        """
                        insert into statement (partner_id, id, number, month, version, currency, total, credit,
                                               line_count, content_hash, price_book_id, price_book_version, rules,
                                               levels_end_after, arrivals, issued_at)
                        values (:partner, :id, :number, :month, :version, :currency, :total, :credit,
                                :lines, :hash, :book, :bookVersion, :rules, :levelsEndAfter, :arrivals, :issuedAt)""")
                .with("partner", statement.partnerId())
                .with("id", statement.id())
                .with("number", statement.number())
                .with("month", statement.month())
                .with("version", statement.version())
                .with("currency", statement.currency())
                .with("total", statement.total())
                .with("credit", statement.credit())
                .with("lines", statement.lineCount())
                .with("hash", statement.contentHash())
                .with("book", statement.priceBookId())
                .with("bookVersion", statement.priceBookVersion())
                .with("rules", statement.rules().version())
                .with("levelsEndAfter", statement.rules().levelsEndAfter())
                .with("arrivals", statement.arrivals())
                .with("issuedAt", statement.issuedAt())
                .update();
        addLines(statement, bill.lines());
        addInputs(statement, bill.inputs());
    }

    /** The next number of the issuer's year; given back if the transaction does not commit. */
    int nextNumber(String issuer, int year) {
        return database.sql(
                        """
                        insert into statement_number (issuer, year, last) values (:issuer, :year, 1)
                        on conflict (issuer, year) do update set last = statement_number.last + 1
                        returning last""")
                .with("issuer", issuer)
                .with("year", year)
                .one(Integer.class);
    }

    /** All in one statement: a large partner has 100,000. */
    private void addLines(Statement statement, List<StatementLine> lines) {
        var billed = lines.stream().map(StatementLine::billed).toList();
        database.sql(
                        """
                        insert into statement_line (partner_id, statement_id, line, customer_id, customer_name, product,
                            ordered, actual, billable, billable_numerator, billable_denominator, count_method, as_of, band,
                            unit_price, amount, units, flat_fee, minimum, maximum, corrects_month)
                        select :partner, :statement, u.line - 1, u.customer_id, u.customer_name, u.product, u.ordered,
                               u.actual, u.billable, u.numerator, u.denominator, u.count_method, u.as_of, u.band, u.unit_price,
                               u.amount, u.units, u.flat_fee, u.minimum, u.maximum, u.corrects_month
                        from unnest(:customers, :names, :products, :ordered, :actual, :billable, :numerators, :denominators,
                                    :methods, :days, :bands, :prices, :amounts, :units, :fees, :minima, :maxima, :corrects) with ordinality
                            as u (customer_id, customer_name, product, ordered, actual, billable, numerator, denominator,
                                  count_method, as_of, band, unit_price, amount, units, flat_fee, minimum, maximum, corrects_month, line)""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .with("customers", UUID.class, billed, BilledLine::customerId)
                .with("names", String.class, lines, StatementLine::customerName)
                .with("products", String.class, billed, BilledLine::product)
                .with("ordered", BigDecimal.class, billed, BilledLine::ordered)
                .with("actual", BigDecimal.class, billed, BilledLine::actual)
                .with("billable", BigDecimal.class, billed, line -> line.billable()
                        .shown())
                .with(
                        "numerators",
                        BigDecimal.class,
                        billed,
                        line -> isDecimal(line) ? null : line.billable().numerator())
                .with(
                        "denominators",
                        Long.class,
                        billed,
                        line -> isDecimal(line) ? null : line.billable().denominator())
                .with("methods", CountMethod.class, billed, BilledLine::countMethod)
                .with("days", LocalDate.class, billed, BilledLine::asOf)
                .with("bands", String.class, billed, BilledLine::band)
                .with("prices", BigDecimal.class, billed, BilledLine::unitPrice)
                .with("amounts", BigDecimal.class, billed, BilledLine::amount)
                .with(
                        "units",
                        BigDecimal.class,
                        billed,
                        line -> line.parts() == null ? null : line.parts().units())
                .with("fees", BigDecimal.class, billed, line -> part(line, Parts::flatFee))
                .with("minima", BigDecimal.class, billed, line -> part(line, Parts::minimum))
                .with("maxima", BigDecimal.class, billed, line -> part(line, Parts::maximum))
                .with("corrects", YearMonth.class, billed, BilledLine::correctsMonth)
                .update();
    }

    private static boolean isDecimal(BilledLine line) {
        return line.billable().denominator() == 1;
    }

    /** Null where there are only units: most lines of a large partner. */
    private static BigDecimal part(BilledLine line, Function<Parts, BigDecimal> part) {
        return line.parts() == null || line.parts().isUnitsOnly() ? null : part.apply(line.parts());
    }

    /** How many records of which month a statement was made from. */
    Map<YearMonth, Long> inputs(Statement statement) {
        var inputs = new TreeMap<YearMonth, Long>();
        database.sql(
                        """
                        select month, records from statement_input
                        where partner_id = :partner and statement_id = :statement""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .each(row -> inputs.put(row.month("month"), row.number("records")));
        return inputs;
    }

    private void addInputs(Statement statement, Map<YearMonth, Long> inputs) {
        database.sql(
                        """
                        insert into statement_input (partner_id, statement_id, month, records)
                        values (:partner, :statement, :month, :records)""")
                .with("partner", statement.partnerId())
                .with("statement", statement.id())
                .batch(inputs.entrySet(), (input, row) -> row.with("month", input.getKey())
                        .with("records", input.getValue()));
    }
}
