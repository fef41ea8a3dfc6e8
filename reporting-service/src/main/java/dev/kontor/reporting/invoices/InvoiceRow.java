package dev.kontor.reporting.invoices;

import dev.kontor.reporting.invoices.Invoice.Line;

/** One row of an invoice's table. */
sealed interface InvoiceRow {
    double height();

    /** The customer whose lines follow. */
    record Customer(String name, boolean continued) implements InvoiceRow {
        @Override
        public double height() {
            return 22;
        }
    }

    record Item(Line line) implements InvoiceRow {
        @Override
        public double height() {
            return 15;
        }
    }
}
