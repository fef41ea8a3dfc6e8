package dev.kontor.billing.invoices;

import dev.kontor.billing.statements.IssuedStatements;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads documents as the caller, and has one made that could not be made as its month closed. */
@ApplicationScoped
class InvoiceService {

    private final Invoices invoices;
    private final InvoiceIssuing issuing;
    private final IssuedStatements statements;
    private final Clock clock;

    InvoiceService(Invoices invoices, InvoiceIssuing issuing, IssuedStatements statements, Clock clock) {
        this.invoices = invoices;
        this.issuing = issuing;
        this.statements = statements;
        this.clock = clock;
    }

    /** The latest first, without their lines. */
    @Transactional
    Page<InvoiceView> list(PageRequest page, @Nullable YearMonth month, @Nullable InvoiceKind kind) {
        var before = page.after(last -> UUID.fromString(last.get(0))).orElse(null);
        var rows = invoices.page(month, kind, before, page.fetch());
        return Page.of(rows, page, last -> List.of(last.invoice().id().toString()))
                .map(InvoiceView::withoutLines)
                .withTotal(page, () -> invoices.count(month, kind));
    }

    /** With its lines, unless there are more of them than a view shows. */
    @Transactional
    InvoiceView view(UUID id) {
        return view(invoices.find(id).orElseThrow(Problems::notFound));
    }

    /** With every line. */
    @Transactional
    Document document(UUID id) {
        return document(invoices.find(id).orElseThrow(Problems::notFound));
    }

    /** Refuses a statement that the caller does not see. */
    @Transactional
    void requireStatement(UUID id) {
        if (statements.find(id).isEmpty()) {
            throw Problems.notFound();
        }
    }

    /**
     * Has the document made that a statement lacks; one that has it keeps it. In a transaction of its own, as worker.
     *
     * @throws Problem 409 {@code invoice-data-missing} naming what is missing, or {@code statement-void}
     */
    void issue(UUID statementId) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var missing = RowScope.worker()
                .call(() -> QuarkusTransaction.requiringNew().call(() -> issuing.issueLater(statementId, day)));
        if (!missing.isEmpty()) {
            throw InvoiceProblem.dataMissing(missing);
        }
    }

    /** The document about a statement, for whoever asked for it to be made; operators read no lines. */
    @Transactional
    @Idempotent
    InvoiceView ofStatement(UUID statementId) {
        return InvoiceView.withoutLines(invoices.ofStatement(statementId).orElseThrow(Problems::notFound));
    }

    private InvoiceView view(Invoices.Issued issued) {
        return issued.invoice().lineCount() > InvoiceView.MOST_LINES
                ? InvoiceView.withoutLines(issued)
                : InvoiceView.of(document(issued));
    }

    private Document document(Invoices.Issued issued) {
        return Document.of(issued, statements.lines(issued.invoice().statementId()));
    }
}
