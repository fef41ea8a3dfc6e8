package dev.kontor.billing.invoices;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.invoices.Drafting.Draft;
import dev.kontor.billing.invoicing.Buyer;
import dev.kontor.billing.invoicing.Buyers;
import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.Issuer;
import dev.kontor.billing.issuers.Issuers;
import dev.kontor.billing.statements.IssuedStatement;
import dev.kontor.billing.statements.IssuedStatements;
import dev.kontor.billing.statements.Reissue;
import dev.kontor.billing.taxrates.TaxRateLists;
import dev.kontor.billing.taxrates.Taxation.MonthRate;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the documents about statements, each with its number and its event in the caller's transaction: as worker, or
 * where a statement is taken back, as operator.
 */
@ApplicationScoped
public class InvoiceIssuing {

    private final Invoices invoices;
    private final IssuedStatements statements;
    private final Issuers issuers;
    private final Buyers buyers;
    private final TaxRateLists rates;
    private final Partners partners;
    private final Database database;
    private final Outbox outbox;

    InvoiceIssuing(
            Invoices invoices,
            IssuedStatements statements,
            Issuers issuers,
            Buyers buyers,
            TaxRateLists rates,
            Partners partners,
            Database database,
            Outbox outbox) {
        this.invoices = invoices;
        this.statements = statements;
        this.issuers = issuers;
        this.buyers = buyers;
        this.rates = rates;
        this.partners = partners;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Issues the document about a statement that has none.
     *
     * @return what is missing for it, field by field; then there is none
     */
    public List<String> issue(IssuedStatement statement, LocalDate day) {
        var partner = partners.find(statement.partnerId()).orElseThrow();
        var data = buyers.find(partner.id()).map(Buyer::data);
        var issuer = issuers.of(data.map(InvoicingData::issuer).orElse(null), partner.region());
        var draft = new Drafting(
                        issuer.map(Issuer::data).orElse(null),
                        data.orElse(null),
                        rates.latest(),
                        sums(statement),
                        digits(statement))
                .draft();
        if (draft instanceof Draft.Incomplete incomplete) {
            return incomplete.missing();
        }
        add(document(statement, partner, issuer.orElseThrow(), (Draft.Complete) draft, day));
        return List.of();
    }

    /** The same for a statement that was issued before; one that has its document keeps it. */
    List<String> issueLater(UUID statementId, LocalDate day) {
        lock("statement", statementId.toString());
        var statement = statements.find(statementId).orElseThrow(Problems::notFound);
        if (invoices.ofStatement(statementId).isPresent()) {
            return List.of();
        }
        if (statement.isVoid()) {
            throw BillingProblem.STATEMENT_VOID.problem();
        }
        return issue(statement, day);
    }

    /** In the transaction that takes a statement back. */
    void cancel(@Observes Reissue voided) {
        lock("statement", voided.statementId().toString());
        invoices.ofStatement(voided.statementId()).ifPresent(issued -> {
            var document = issued.invoice();
            lock("issuer", document.issuer());
            var day = LocalDate.ofInstant(voided.at(), ZoneOffset.UTC);
            // What takes a credit note back is an invoice: what is left of the credit pays it, and is gone by that.
            var setOff = document.kind() == InvoiceKind.CREDIT_NOTE ? setOff(document) : document.setOff();
            add(document.cancellation(invoices.nextNumber(document.series(), day), day, setOff));
        });
    }

    private BigDecimal setOff(Invoice creditNote) {
        return invoices.carried(creditNote.partnerId(), creditNote.issuer(), creditNote.currency())
                .max(BigDecimal.ZERO)
                .min(creditNote.gross());
    }

    /**
     * Until the transaction ends, one at a time: what is written about a statement while it is taken back, and what uses an
     * issuer's numbers and its partners' credit. The statement's is taken first.
     */
    private void lock(String kind, String id) {
        database.sql("select 1 from pg_advisory_xact_lock(hashtextextended('invoicing/' || :kind || '/' || :id, 0))")
                .with("kind", kind)
                .with("id", id)
                .exists();
    }

    /** A statement without lines is of its own month all the same. */
    private Map<YearMonth, BigDecimal> sums(IssuedStatement statement) {
        var sums = statements.sums(statement);
        sums.putIfAbsent(statement.month(), BigDecimal.ZERO);
        return sums;
    }

    private static int digits(IssuedStatement statement) {
        return Currency.getInstance(statement.currency()).getDefaultFractionDigits();
    }

    private Invoice document(
            IssuedStatement statement, Partner partner, Issuer issuer, Draft.Complete draft, LocalDate day) {
        lock("issuer", issuer.id());
        var taxation = draft.taxation();
        var gross = taxation.net().add(taxation.tax());
        var setOff = draft.reversed()
                ? BigDecimal.ZERO
                : invoices.carried(partner.id(), issuer.id(), statement.currency())
                        .max(BigDecimal.ZERO)
                        .min(gross);
        var data = new InvoiceData(
                partner.language(),
                draft.seller(),
                draft.buyer(),
                Optional.ofNullable(draft.buyer().buyerReference())
                        .orElse(partner.id().toString()),
                taxation,
                preceding(
                        statement,
                        taxation.rates().stream().map(MonthRate::month).toList()),
                statements.productNames(statement));
        return new Invoice(
                Ids.next(),
                partner.id(),
                invoices.nextNumber(draft.seller().series(), day),
                draft.reversed() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE,
                draft.reversed(),
                statement.id(),
                null,
                statement.month(),
                issuer.id(),
                draft.seller().series(),
                statement.currency(),
                day,
                day.plusDays(draft.seller().paymentTermsDays()),
                taxation.net(),
                taxation.tax(),
                gross,
                setOff.setScale(gross.scale()),
                statement.lineCount(),
                statement.contentHash(),
                data);
    }

    /** The documents of the months that its lines correct. */
    private List<InvoiceData.Preceding> preceding(IssuedStatement statement, List<YearMonth> months) {
        return months.stream()
                .filter(month -> !month.equals(statement.month()))
                .flatMap(month -> invoices.inForce(statement.partnerId(), month).stream())
                .map(corrected -> new InvoiceData.Preceding(corrected.number(), corrected.issueDate()))
                .toList();
    }

    private void add(Invoice invoice) {
        outbox.append(InvoiceIssued.of(invoices.add(invoice)));
    }
}
