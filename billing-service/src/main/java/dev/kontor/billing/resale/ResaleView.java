package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import dev.kontor.platform.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of what a partner's customers are charged for a month, and the sums of all of it. */
@Schema(name = "Resale", description = "What a month costs a partner, and what it sells it for")
record ResaleView(
        @Schema(description = "The month", examples = "2026-11") String month,
        @Schema(description = "The statement that the quantities and costs come from") UUID statementId,
        @Schema(
                        enumeration = {"open", "draft", "final"},
                        description = "Of the statement: with open and draft, the figures still change")
                String state,
        @Schema(description = "Of all amounts", examples = "EUR") String currency,
        @Schema(description = "The partner's price book that the prices follow from") BookView priceBook,
        @Schema(description = "Of the whole month, not only of this page") Totals totals,
        @Schema(description = "Products on the statement that the price book has no price for")
                Set<String> withoutPrice,
        @Schema(description = "By customer and product") List<LineView> items,
        @Schema(description = "The cursor of the next page; null on the last one", nullable = true) String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only with count=true") Long total) {

    /** By what it is priced. */
    @Schema(name = "ResalePriceBookReference", description = "The version of a resale price book")
    record BookView(
            @Schema(description = "Chosen by the partner", examples = "retail") String id,
            @Schema(description = "Goes up by one with each change") int version) {

        static BookView of(ResalePriceBook book) {
            return new BookView(book.id(), book.version());
        }
    }

    /** Sums over all lines. */
    @Schema(name = "ResaleTotals", description = "The sums of a month")
    record Totals(
            @Schema(description = "The statement's total") Money cost,
            @Schema(nullable = true, description = "Null if a product has no price") Money price,
            @Schema(nullable = true, description = "The price less the cost; null if a product has no price")
                    Money margin) {}

    /** A customer's product. */
    @Schema(name = "ResaleLine", description = "What one customer costs and pays for one product")
    record LineView(
            @Schema(description = "The customer") UUID customerId,
            @Schema(description = "The customer's name", examples = "Bäckerei Sommer GmbH") String customerName,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description = "The customer's id in the partner's own system, if it has one",
                            examples = "C-17")
                    String externalId,
            @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
            @Schema(examples = "50", description = "The billable quantity of the statement") String quantity,
            @Schema(description = "What the partner is charged") Money cost,
            @Schema(nullable = true, description = "What the customer is charged; null if the price book has no price")
                    Money price,
            @Schema(nullable = true, description = "The price less the cost") Money margin,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(examples = "2026-10", description = "Only on a correction of a closed month")
                    String correctsMonth) {

        static LineView of(ResaleMonth month, ResaleLine line) {
            return new LineView(
                    line.customerId(),
                    month.names().get(line.customerId()),
                    month.externalIds().get(line.customerId()),
                    line.product(),
                    Decimals.text(line.quantity().shown()),
                    Money.of(line.cost(), month.currency()),
                    money(line.sold(), month.currency()),
                    money(line.margin(), month.currency()),
                    line.correctsMonth() == null ? null : line.correctsMonth().toString());
        }
    }

    static ResaleView of(ResaleMonth month, Page<ResaleLine> page) {
        var withoutPrice = new TreeSet<String>();
        month.lines().stream().filter(line -> line.price() == null).forEach(line -> withoutPrice.add(line.product()));
        return new ResaleView(
                month.month().toString(),
                month.statementId(),
                month.state(),
                month.currency(),
                BookView.of(month.book()),
                new Totals(
                        money(month.total(ResaleLine::cost), month.currency()),
                        money(month.total(ResaleLine::sold), month.currency()),
                        money(month.total(ResaleLine::margin), month.currency())),
                withoutPrice,
                page.items().stream().map(line -> LineView.of(month, line)).toList(),
                page.nextCursor(),
                page.total());
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
