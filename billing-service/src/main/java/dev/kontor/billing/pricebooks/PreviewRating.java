package dev.kontor.billing.pricebooks;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Quantities to be rated without anything being stored: by the prices given, by a price book, or by the one in force.
 */
@Schema(name = "PreviewRating")
record PreviewRating(
        @Valid PutPriceBook priceBook,
        @Pattern(regexp = PriceBookService.ID) @Schema(examples = "default", maxLength = 64) String priceBookId,
        @Schema(examples = "2026-11", description = "Default: the current month") String month,
        @NotNull @Size(max = 10_000) List<@Valid @NotNull QuantityBody> quantities) {

    /** One customer's quantity of one product; the customer is only a label. */
    @Schema(name = "PreviewQuantity")
    record QuantityBody(
            @NotNull @Size(min = 1, max = 128) @Text @Schema(examples = "customer-1") String customerId,
            @NotNull @Size(min = 1, max = 100) @Text @Schema(examples = "endpoint-advanced") String product,
            @NotNull @PositiveOrZero @Schema(examples = "50") BigDecimal quantity) {}
}
