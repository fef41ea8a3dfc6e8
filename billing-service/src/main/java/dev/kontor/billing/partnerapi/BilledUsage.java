package dev.kontor.billing.partnerapi;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.Decimals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads the newest final statement of a month, line by line. */
@ApplicationScoped
@Transactional
class BilledUsage {

    private static final String LINES =
            """
            from statement_line l
            where l.partner_id = :partner and l.statement_id = :statement
              and (cast(:customer as uuid) is null or l.customer_id = :customer)
            """;

    private static final String SELECT =
            """
            select l.line, l.customer_id, l.customer_name, l.product, p.name as product_name, p.unit, l.ordered, l.actual,
                   l.billable, l.band, l.unit_price, l.amount, l.corrects_month, l.corrects_month is null as own,
                   (select r.external_id from customer_relation r
                    where r.partner_id = l.partner_id and r.customer_id = l.customer_id
                      and r.since < (coalesce(l.corrects_month, :month) + interval '1 month') at time zone 'UTC'
                    order by r.since desc limit 1) as external_id
            from statement_line l left join product p on p.code = l.product
            where l.partner_id = :partner and l.statement_id = :statement
              and (cast(:customer as uuid) is null or l.customer_id = :customer)
              and (l.corrects_month is null, l.line) > (:own, :line)
            order by l.corrects_month is null, l.line limit :most""";

    private final Database database;

    BilledUsage(Database database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param fromKey null for the first page
     * @param customer null for all
     */
    record Query(YearMonth month, String fromKey, int size, boolean counting, UUID customer) {}

    /**
     * What there is.
     *
     * @param nextKey null where nothing follows
     * @param total null where nobody asked
     */
    record Part(List<UsageRow> rows, String nextKey, Long total) {}

    private record Final(UUID id, String number, String currency) {}

    private record Line(UsageRow row, UsageKey key) {}

    /** @throws dev.kontor.platform.web.Problem 404 {@code no-usage-data} for a month without a final statement */
    Part page(Partner partner, Query query) {
        var statement = newestFinal(partner.id(), query.month());
        var key = UsageKey.of(query.fromKey(), statement.number());
        var lines = database.sql(SELECT)
                .with("partner", partner.id())
                .with("statement", statement.id())
                .with("month", query.month())
                .with("customer", query.customer())
                .with("own", key.own())
                .with("line", key.line())
                .with("most", query.size() + 1)
                .list(row -> line(row, partner, query.month(), statement));
        var shown = lines.stream().limit(query.size()).toList();
        return new Part(
                shown.stream().map(Line::row).toList(),
                lines.size() > query.size() ? shown.get(shown.size() - 1).key().text() : null,
                query.counting() ? count(partner.id(), statement.id(), query.customer()) : null);
    }

    private Final newestFinal(UUID partnerId, YearMonth month) {
        return database.sql(
                        """
                        select s.id, s.number, s.currency from statement s
                        where s.partner_id = :partner and s.month = :month
                          and not exists (select from statement_void v
                                          where v.partner_id = s.partner_id and v.statement_id = s.id)
                        order by s.version desc limit 1""")
                .with("partner", partnerId)
                .with("month", month)
                .first(Final.class)
                .orElseThrow(() -> BillingProblem.NO_USAGE_DATA.problem(month.toString()));
    }

    private long count(UUID partnerId, UUID statement, UUID customer) {
        return database.sql("select count(*) " + LINES)
                .with("partner", partnerId)
                .with("statement", statement)
                .with("customer", customer)
                .one(Long.class);
    }

    private static Line line(Row row, Partner partner, YearMonth month, Final statement) {
        var corrected = row.month("corrects_month");
        var period = corrected == null ? month : corrected;
        var digits = Currency.getInstance(statement.currency()).getDefaultFractionDigits();
        var price =
                EffectivePrice.of(row.decimal("billable"), row.decimal("amount"), row.decimal("unit_price"), digits);
        int number = (int) row.number("line");
        var shown = new UsageRow(
                partner.id(),
                partner.name(),
                period.atDay(1),
                period.atEndOfMonth(),
                statement.number(),
                number,
                row.text("product"),
                row.text("product"),
                description(row, price.minimum()),
                group(row.text("unit")),
                number(row.decimal("actual")),
                number(price.quantity()),
                number(row.decimal("ordered")),
                number(price.unitPrice()),
                statement.currency(),
                row.id("customer_id"),
                row.text("customer_name"),
                row.text("external_id"));
        return new Line(shown, new UsageKey(statement.number(), row.flag("own"), number));
    }

    /** As the vendor's own: {@code Endpoint Advanced (100-499)}. */
    private static String description(Row row, boolean minimum) {
        var name = row.text("product_name") == null ? row.text("product") : row.text("product_name");
        var kind = row.month("corrects_month") != null ? ", correction" : minimum ? ", minimum" : "";
        return name + " (" + row.text("band") + ")" + kind;
    }

    /** {@code Mailbox}. */
    private static String group(String unit) {
        return unit == null ? null : unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
    }

    /** Without an exponent, and whole where it is: some clients keep it as an integer. Null is none. */
    private static Number number(BigDecimal value) {
        if (value == null || value.signum() == 0) {
            return 0;
        }
        var plain = Decimals.plain(value);
        return plain.scale() <= 0 ? plain.toBigIntegerExact() : plain;
    }
}
