package dev.kontor.billing.invoices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A document as reporting-service prints it: with every line, and with the form that programs read. */
record PrintedInvoice(@JsonUnwrapped InvoiceView invoice, byte[] facturX) {

    static PrintedInvoice of(Document document) {
        return new PrintedInvoice(
                InvoiceView.of(document), CiiXml.of(new EInvoice(document, EInvoice.Profile.EN_16931)));
    }
}
