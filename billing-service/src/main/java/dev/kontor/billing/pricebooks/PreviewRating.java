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
@Schema(name = "PreviewRating", description = "Quantities to be priced: by an inline price book, or by a stored one")
record PreviewRating(
        @Valid @Schema(description = "Needs only currency and entries") PutPriceBook priceBook,
        @Pattern(regexp = PriceBookService.ID)
                @Schema(
                        description = "The stored price book; its version in force in the month",
                        examples = "default",
                        maxLength = 64)
                String priceBookId,
        @Schema(examples = "2026-11", description = "Default: the current month") String month,
        @NotNull
                @Size(max = 10_000)
                @Schema(description = "At most 10,000; those of the same customer and product are added up")
                List<@Valid @NotNull QuantityBody> quantities) {

    /** One customer's quantity of one product; the customer is only a label. */
    @Schema(name = "PreviewQuantity", description = "How much one customer uses of one product")
    record QuantityBody(
            @NotNull
                    @Size(min = 1, max = 128)
                    @Text
                    @Schema(description = "Any text that tells your customers apart", examples = "customer-1")
                    String customerId,
            @NotNull
                    @Size(min = 1, max = 100)
                    @Text
                    @Schema(description = "The product's code, as in the price book", examples = "endpoint-advanced")
                    String product,
            @NotNull
                    @PositiveOrZero
                    @Schema(
                            description =
                                    "Number of the product's units, which may have decimals; at most 12 digits before the point and 8 behind it",
                            examples = "50")
                    BigDecimal quantity) {}
}
