package dev.kontor.billing.invoices;

import dev.kontor.billing.taxrates.Taxation.MonthRate;
import dev.kontor.platform.web.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.UUID;

/**
 * A document about a statement, but for the statement's lines; it never changes.
 *
 * @param reversed whether the lines count the other way round: a credit note says what is given back as amounts above zero
 * @param cancels the document it takes back; null for others
 * @param issuer whose series its number is of
 * @param setOff what earlier credit notes pay of it; of a document that cancels, what was paid so
 * @param statementHash of the statement it is about
 */
record Invoice(
        UUID id,
        UUID partnerId,
        String number,
        InvoiceKind kind,
        boolean reversed,
        UUID statementId,
        UUID cancels,
        YearMonth month,
        String issuer,
        String series,
        String currency,
        LocalDate issueDate,
        LocalDate dueDate,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal setOff,
        int lineCount,
        String statementHash,
        InvoiceData data) {

    /** The first day of what it is about: months that its lines correct lie before its own. */
    LocalDate from() {
        return data.taxation().rates().stream()
                .map(MonthRate::month)
                .min(Comparator.naturalOrder())
                .orElse(month)
                .atDay(1);
    }

    /** The last day of what it is about. */
    LocalDate to() {
        return month.atEndOfMonth();
    }

    /** What is still to be paid. */
    BigDecimal payable() {
        return gross.subtract(setOff);
    }

    /** An amount of the statement as this document says it. */
    BigDecimal amount(BigDecimal ofStatement) {
        return reversed ? ofStatement.negate() : ofStatement;
    }

    /** The document that takes this one back. */
    Invoice cancellation(String itsNumber, LocalDate day, BigDecimal itsSetOff) {
        return new Invoice(
                Ids.next(),
                partnerId,
                itsNumber,
                kind.opposite(),
                reversed,
                statementId,
                id,
                month,
                issuer,
                series,
                currency,
                day,
                day.plusDays(data.seller().paymentTermsDays()),
                net,
                tax,
                gross,
                itsSetOff,
                lineCount,
                statementHash,
                data.cancelling(new InvoiceData.Preceding(number, issueDate)));
    }
}
