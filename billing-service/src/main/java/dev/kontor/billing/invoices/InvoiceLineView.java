package dev.kontor.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One customer's product on a document. */
@Schema(name = "InvoiceLine", description = "What one customer used of one product")
record InvoiceLineView(
        @Schema(description = "The customer that used it") UUID customerId,
        @Schema(description = "The customer's name when the document was issued", examples = "Bäckerei Sommer GmbH")
                String customerName,
        @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
        @Schema(description = "The product's name when the document was issued", examples = "Endpoint Advanced")
                String productName,
        @Schema(description = "Number of the product's units, which may have decimals", examples = "50")
                String quantity,
        @Schema(
                        description =
                                "The price of a unit without tax, in the currency of the document; of several bands, the mean",
                        examples = "2.90")
                String unitPrice,
        @Schema(description = "The line without tax; in a credit note, what is given back") Money amount,
        @Schema(description = "Which tax applies to the line") TaxCategory taxCategory,
        @Schema(description = "In percent", examples = "19") String taxRate,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(examples = "2026-10", description = "Only on a correction of a closed month")
                String correctsMonth) {

    static InvoiceLineView of(InvoiceLine line, String currency) {
        return new InvoiceLineView(
                line.customerId(),
                line.customerName(),
                line.product(),
                line.productName(),
                Decimals.text(line.quantity()),
                line.unitPrice().toPlainString(),
                Money.of(line.amount(), currency),
                line.category(),
                Decimals.text(line.rate()),
                line.correctsMonth() == null ? null : line.correctsMonth().toString());
    }
}
