package dev.kontor.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One customer's product on a document. */
@Schema(name = "InvoiceLine")
record InvoiceLineView(
        UUID customerId,
        @Schema(examples = "Bäckerei Sommer GmbH") String customerName,
        @Schema(examples = "endpoint-advanced") String product,
        @Schema(examples = "Endpoint Advanced") String productName,
        @Schema(examples = "50") String quantity,
        @Schema(examples = "2.90") String unitPrice,
        Money amount,
        TaxCategory taxCategory,
        @Schema(examples = "19") String taxRate,
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
