package dev.kontor.billing.pricebooks;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the quantities would cost. */
@Schema(name = "RatingPreview", description = "What the quantities cost")
record PreviewView(
        @Schema(description = "Of the price book", examples = "EUR") String currency,
        @Schema(description = "Of each customer and product") List<LineView> lines,
        @Schema(description = "The sum of the lines") Money total) {

    /** One customer's part of one product. */
    @Schema(name = "RatingPreviewLine", description = "What one customer pays for one product")
    record LineView(
            @Schema(description = "As in the request", examples = "customer-1") String customerId,
            @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
            @Schema(description = "Number of the product's units, which may have decimals", examples = "50")
                    String billableQuantity,
            @Schema(description = "How a month's quantity is counted by this price book") CountMethod countMethod,
            @Schema(
                            description =
                                    "The band that the price comes from, as in 1-99; of several, from the first to the last",
                            examples = "1-99")
                    String band,
            @Schema(
                            description =
                                    "The price of a unit, in the currency of the book; of several bands, the mean",
                            examples = "3.20")
                    String unitPrice,
            @Schema(description = "The customer's share of what the product costs") Money amount) {

        static LineView of(PriceEntry price, RatedProduct rated, RatedProduct.Share share, String currency) {
            return new LineView(
                    share.customer(),
                    rated.product(),
                    Decimals.text(share.quantity().shown()),
                    price.countRule().method(),
                    rated.band(),
                    rated.unitPrice().toPlainString(),
                    Money.of(share.amount(), currency));
        }
    }
}
