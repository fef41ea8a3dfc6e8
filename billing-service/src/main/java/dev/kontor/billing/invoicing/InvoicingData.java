package dev.kontor.billing.invoicing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.parties.VatId;
import dev.kontor.billing.parties.VatNumber;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The buyer as its invoices name it. What is missing is allowed to be: it holds invoices back, and nothing else.
 *
 * @param buyerReference what the buyer wants to find on each invoice, such as a cost centre
 * @param issuer the operator's choice; null where the partner's region decides
 */
@Schema(name = "Invoicing", description = "To whom the invoices of a partner are made out")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoicingData(
        @Text @Size(min = 1, max = 200) @Schema(description = "The partner's legal name", examples = "Nordwind IT GmbH")
                String legalName,
        @Valid @Schema(description = "Its place of business") PostalAddress address,
        @VatNumber
                @Size(max = 40)
                @Schema(
                        description = "Its VAT id, with the prefix of its country; the check digits must be right",
                        examples = "DE129273398")
                String vatId,
        @Email
                @Size(max = 254)
                @Text
                @Schema(
                        description = "Where its documents are sent, and its electronic address on XRechnung",
                        examples = "rechnungen@nordwind.example")
                String email,
        @Text
                @Size(min = 1, max = 100)
                @Schema(description = "What the partner wants to find on its invoices, such as a Leitweg-ID")
                String buyerReference,
        @Text
                @Size(min = 1, max = 100)
                @Schema(description = "The purchase order to name on invoices", examples = "PO-4711")
                String purchaseOrder,
        @Size(max = 64) @Text @Schema(description = "Who issues the invoices; only the operator changes it")
                String issuer) {

    /** The same with that issuer. */
    InvoicingData by(String its) {
        return new InvoicingData(legalName, address, vatId, email, buyerReference, purchaseOrder, its);
    }

    /** The same as it is kept: the VAT id in its shortest writing. */
    InvoicingData canonical() {
        var id = vatId == null ? null : VatId.of(vatId).orElseThrow().text();
        return new InvoicingData(legalName, address, id, email, buyerReference, purchaseOrder, issuer);
    }

    /** The same as it stands where nothing is taxable. */
    public InvoicingData withoutVatId() {
        return new InvoicingData(legalName, address, null, email, buyerReference, purchaseOrder, issuer);
    }

    /** What is wrong with it as a whole. */
    List<InputError> violations() {
        var violations = new ArrayList<InputError>();
        if (address != null && address.countryCode() == null) {
            violations.add(InputError.pointer("/address/countryCode", "required"));
        } else if (address != null
                && vatId != null
                && !VatId.of(vatId).orElseThrow().isOf(address.countryCode())) {
            violations.add(InputError.pointer("/vatId", "vat-id-of-other-country", address.countryCode()));
        }
        return violations;
    }
}
