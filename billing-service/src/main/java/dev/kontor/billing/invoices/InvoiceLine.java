package dev.kontor.billing.invoices;

import dev.kontor.billing.taxrates.TaxCategory;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A line as all forms of a document say it.
 *
 * @param quantity below zero where it gives something back
 * @param unitPrice per unit, as the statement has it
 * @param rate in percent; 0 where there is no tax
 * @param month whose usage it bills
 * @param correctsMonth the same where that is another than the document's; else null
 */
record InvoiceLine(
        UUID customerId,
        String customerName,
        String product,
        String productName,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal amount,
        TaxCategory category,
        BigDecimal rate,
        YearMonth month,
        YearMonth correctsMonth) {}
