package dev.kontor.billing.invoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Every document that was issued; nothing here is changed or removed. */
@ApplicationScoped
class Invoices {

    private static final String SELECT =
            """
            select i.id, i.partner_id, i.number, i.kind, i.reversed, i.statement_id, i.cancels, i.month, i.issuer, i.series,
                   i.currency, i.issue_date, i.due_date, i.net, i.tax, i.gross, i.set_off, i.line_count,
                   i.statement_hash, i.data, i.content_hash
            from invoice i
            """;

    private static final String NOT_CANCELLED =
            "not exists (select from invoice c where c.partner_id = i.partner_id and c.cancels = i.id)";

    private final Database database;
    private final ObjectMapper mapper;

    Invoices(Database database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** A document and the fingerprint of what it says. */
    record Issued(Invoice invoice, String contentHash) {}

    Optional<Issued> find(UUID id) {
        return database.sql(SELECT + "where i.id = :id").with("id", id).first(Invoices::issued);
    }

    /** The document about a statement, not the one that takes it back. */
    Optional<Issued> ofStatement(UUID statementId) {
        return database.sql(SELECT + "where i.statement_id = :statement and i.cancels is null")
                .with("statement", statementId)
                .first(Invoices::issued);
    }

    /** The documents of a month that were not taken back. */
    Optional<Invoice> inForce(UUID partnerId, YearMonth month) {
        return database.sql(SELECT + "where i.partner_id = :partner and i.month = :month and i.cancels is null and "
                        + NOT_CANCELLED)
                .with("partner", partnerId)
                .with("month", month)
                .first(row -> issued(row).invoice());
    }

    /** The latest first. */
    List<Issued> page(@Nullable YearMonth month, @Nullable InvoiceKind kind, @Nullable UUID before, int most) {
        return database.sql(
                        SELECT
                                + """
                                where (:month::date is null or i.month = :month)
                                  and (:kind::text is null or i.kind = :kind) and (:before::uuid is null or i.id < :before)
                                order by i.id desc limit :most""")
                .with("month", month)
                .with("kind", kind)
                .with("before", before)
                .with("most", most)
                .list(Invoices::issued);
    }

    long count(@Nullable YearMonth month, @Nullable InvoiceKind kind) {
        return database.sql(
                        """
                        select count(*) from invoice i where (:month::date is null or i.month = :month)
                          and (:kind::text is null or i.kind = :kind)""")
                .with("month", month)
                .with("kind", kind)
                .one(Long.class);
    }

    /** Each document of a month with what it says beside its figures, as it is kept. */
    void eachOfMonth(YearMonth month, BiConsumer<Issued, String> reader) {
        database.sql(SELECT + "where i.month = :month order by i.number")
                .with("month", month)
                .each(row -> reader.accept(issued(row), row.text("data")));
    }

    /** What the partner's credit notes have left over for the next invoice of that issuer (domain.md rule 34). */
    BigDecimal carried(UUID partnerId, String issuer, String currency) {
        return database.sql(
                        """
                        select coalesce(sum(case when i.kind = 'credit-note' then i.gross else -i.set_off end), 0)
                        from invoice i
                        where i.partner_id = :partner and i.issuer = :issuer and i.currency = :currency
                          and (i.kind = 'credit-note' and i.cancels is null
                               or i.kind = 'invoice' and %s)"""
                                .formatted(NOT_CANCELLED))
                .with("partner", partnerId)
                .with("issuer", issuer)
                .with("currency", currency)
                .one(BigDecimal.class);
    }

    /** The next number of the series' year; given back if the transaction does not commit. */
    String nextNumber(String series, LocalDate day) {
        int next = database.sql(
                        """
                        insert into invoice_number (series, year, last) values (:series, :year, 1)
                        on conflict (series, year) do update set last = invoice_number.last + 1
                        returning last""")
                .with("series", series)
                .with("year", day.getYear())
                .one(Integer.class);
        return "%s-%d-%06d".formatted(series, day.getYear(), next);
    }

    Issued add(Invoice invoice) {
        var data = text(invoice.data());
        var hash = DocumentHash.of(invoice, data);
        database.sql(
                        """
                        insert into invoice (partner_id, id, number, kind, reversed, statement_id, cancels, month, issuer,
                            series, currency, issue_date, due_date, net, tax, gross, set_off, line_count, statement_hash,
                            data, content_hash)
                        values (:partner, :id, :number, :kind, :reversed, :statement, :cancels, :month, :issuer,
                            :series, :currency, :issueDate, :dueDate, :net, :tax, :gross, :setOff, :lineCount,
                            :statementHash, :data, :hash)""")
                .with("partner", invoice.partnerId())
                .with("id", invoice.id())
                .with("number", invoice.number())
                .with("kind", invoice.kind())
                .with("reversed", invoice.reversed())
                .with("statement", invoice.statementId())
                .with("cancels", invoice.cancels())
                .with("month", invoice.month())
                .with("issuer", invoice.issuer())
                .with("series", invoice.series())
                .with("currency", invoice.currency())
                .with("issueDate", invoice.issueDate())
                .with("dueDate", invoice.dueDate())
                .with("net", invoice.net())
                .with("tax", invoice.tax())
                .with("gross", invoice.gross())
                .with("setOff", invoice.setOff())
                .with("lineCount", invoice.lineCount())
                .with("statementHash", invoice.statementHash())
                .with("data", data)
                .with("hash", hash)
                .update();
        return new Issued(invoice, hash);
    }

    private static Issued issued(Row row) {
        return new Issued(row.as(Invoice.class), row.text("content_hash"));
    }

    private String text(InvoiceData data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
