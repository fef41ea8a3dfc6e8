package dev.kontor.billing.pricebooks;

import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the quantities would cost. */
@Schema(name = "RatingPreview")
record PreviewView(@Schema(example = "EUR") String currency, List<LineView> lines, Money total) {

    /** One customer's part of one product. */
    @Schema(name = "RatingPreviewLine")
    record LineView(
            @Schema(example = "customer-1") String customerId,
            @Schema(example = "endpoint-advanced") String product,
            @Schema(example = "50") String billableQuantity,
            @Schema(example = "peak") String countMethod,
            @Schema(example = "1-99") String band,
            @Schema(example = "3.20") String unitPrice,
            Money amount) {

        static LineView of(PriceEntry price, RatedProduct rated, RatedProduct.Share share, String currency) {
            return new LineView(
                    share.customer(),
                    rated.product(),
                    Decimals.text(share.quantity()),
                    price.countRule().method().text(),
                    rated.band(),
                    rated.unitPrice().toPlainString(),
                    Money.of(share.amount(), currency));
        }
    }
}
