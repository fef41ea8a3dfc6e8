package dev.kontor.billing.pricebooks;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the quantities would cost. */
@Schema(name = "RatingPreview")
record PreviewView(@Schema(examples = "EUR") String currency, List<LineView> lines, Money total) {

    /** One customer's part of one product. */
    @Schema(name = "RatingPreviewLine")
    record LineView(
            @Schema(examples = "customer-1") String customerId,
            @Schema(examples = "endpoint-advanced") String product,
            @Schema(examples = "50") String billableQuantity,
            CountMethod countMethod,
            @Schema(examples = "1-99") String band,
            @Schema(examples = "3.20") String unitPrice,
            Money amount) {

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
