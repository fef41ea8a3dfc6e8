package dev.kontor.billing.invoices;

import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.web.Money;
import java.util.UUID;

/** A document was issued; what it says travels by reference. */
record InvoiceIssued(String number, String kind) {

    private static final String TOPIC = "kontor.billing.v1";

    /** The document's state as readers see it. */
    record State(
            UUID id,
            String number,
            String kind,
            UUID partnerId,
            UUID statementId,
            UUID cancels,
            String month,
            Money gross,
            Money payable,
            String contentHash) {

        static State of(Invoices.Issued issued) {
            var invoice = issued.invoice();
            return new State(
                    invoice.id(),
                    invoice.number(),
                    invoice.kind().text(),
                    invoice.partnerId(),
                    invoice.statementId(),
                    invoice.cancels(),
                    invoice.month().toString(),
                    Money.of(invoice.gross(), invoice.currency()),
                    Money.of(invoice.payable(), invoice.currency()),
                    issued.contentHash());
        }
    }

    static Fact of(Invoices.Issued issued) {
        var invoice = issued.invoice();
        return Fact.of(
                TOPIC,
                "invoice/" + invoice.id(),
                "invoice.issued",
                invoice.partnerId(),
                new InvoiceIssued(invoice.number(), invoice.kind().text()),
                State.of(issued));
    }
}
