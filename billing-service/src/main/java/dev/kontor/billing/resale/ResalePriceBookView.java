package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.kontor.billing.pricebooks.PlainDecimal;
import dev.kontor.billing.pricebooks.PriceEntryBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price book in its latest version. */
@Schema(
        name = "ResalePriceBook",
        description = "A partner's own prices for its customers",
        requiredProperties = {"id", "version", "scope", "effectiveFrom", "currency", "entries", "createdAt"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResalePriceBookView(
        @Schema(description = "Chosen by the partner") String id,
        @Schema(description = "Goes up by one with each change; a stored version never changes") int version,
        @Schema(description = PutResalePriceBook.SCOPE) ResaleScope scope,
        @Schema(description = PutResalePriceBook.EFFECTIVE_FROM) LocalDate effectiveFrom,
        @Schema(examples = "EUR", description = PutResalePriceBook.CURRENCY) String currency,
        @JsonSerialize(using = PlainDecimal.class)
                @Schema(type = SchemaType.STRING, examples = "25", description = PutResalePriceBook.MARK_UP)
                BigDecimal markUpPercent,
        @Schema(
                        description = PutResalePriceBook.NOT_COUNTED,
                        enumeration = {"full-month", "by-day"})
                String proration,
        @Schema(
                        description = PutResalePriceBook.NOT_COUNTED,
                        enumeration = {"each", "last"})
                String onProductChange,
        @Schema(description = "The prices, one entry a product; what has none follows from the mark-up")
                List<PriceEntryBody> entries,
        @Schema(description = "When this version was stored") Instant createdAt) {

    static ResalePriceBookView of(ResalePriceBook book) {
        var data = book.data();
        return new ResalePriceBookView(
                book.id(),
                book.version(),
                data.scope(),
                data.effectiveFrom(),
                data.currency(),
                data.markUpPercent(),
                data.proration(),
                data.onProductChange(),
                data.prices(),
                book.createdAt());
    }
}
