package dev.kontor.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.IssuerData;
import dev.kontor.billing.taxrates.Taxation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a document says beside its figures and its statement's lines, as it was known then.
 *
 * @param language of the texts in it
 * @param seller without VAT id where nothing is taxable here (rule 33)
 * @param buyerReference what the buyer asked for, or else the number of the partner
 * @param preceding the documents it cancels or corrects
 * @param productNames by the codes of its lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceData(
        String language,
        IssuerData seller,
        InvoicingData buyer,
        String buyerReference,
        Taxation taxation,
        List<Preceding> preceding,
        Map<String, String> productNames) {

    /** A document that came before. */
    record Preceding(String number, LocalDate issueDate) {}

    /** The same of a document that takes another back. */
    InvoiceData cancelling(Preceding cancelled) {
        return new InvoiceData(language, seller, buyer, buyerReference, taxation, List.of(cancelled), productNames);
    }
}
