package dev.kontor.billing.invoices;

import dev.kontor.billing.statements.IssuedStatements.IssuedLine;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.billing.taxrates.Taxation.MonthRate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A document with its lines: what every form of it is made of. */
record Document(Invoice invoice, String contentHash, List<InvoiceLine> lines) {

    static Document of(Invoices.Issued issued, List<IssuedLine> lines) {
        var invoice = issued.invoice();
        var rates =
                invoice.data().taxation().rates().stream().collect(Collectors.toMap(MonthRate::month, MonthRate::rate));
        return new Document(
                invoice,
                issued.contentHash(),
                lines.stream().map(line -> line(invoice, line, rates)).toList());
    }

    private static InvoiceLine line(Invoice invoice, IssuedLine line, Map<YearMonth, BigDecimal> rates) {
        var billed = line.billed();
        var month = billed.correctsMonth() == null ? invoice.month() : billed.correctsMonth();
        return new InvoiceLine(
                billed.customerId(),
                line.customerName(),
                billed.product(),
                invoice.data().productNames().getOrDefault(billed.product(), billed.product()),
                invoice.amount(billed.billable().shown()),
                billed.unitPrice(),
                invoice.amount(billed.amount()),
                category(invoice),
                rates.get(month),
                month,
                billed.correctsMonth());
    }

    /** Of everything on it. */
    private static TaxCategory category(Invoice invoice) {
        return invoice.data().taxation().taxes().get(0).category();
    }

    TaxCategory category() {
        return category(invoice);
    }
}
