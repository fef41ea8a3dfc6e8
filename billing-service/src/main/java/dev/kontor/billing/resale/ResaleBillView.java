package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.statements.PartView;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one customer is charged for a month; it says nothing of what that costs its partner. */
@Schema(name = "ResaleBill", description = "What a partner bills one of its customers for a month")
record ResaleBillView(
        @Schema(description = "The customer that is billed") UUID customerId,
        @Schema(description = "The customer's name", examples = "Bäckerei Sommer GmbH") String customerName,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The customer's id in the partner's own system, if it has one", examples = "C-17")
                String externalId,
        @Schema(description = "The month of the statement", examples = "2026-11") String month,
        @Schema(description = "The first and the last day of it") Period period,
        @Schema(
                        enumeration = {"open", "draft", "final"},
                        description = "Of the partner's statement: with open and draft, the figures still change")
                String state,
        @Schema(description = "Of all amounts", examples = "EUR") String currency,
        @Schema(description = "The partner's price book that it follows from") ResaleView.BookView priceBook,
        @Schema(description = "The partner") Seller seller,
        @Schema(description = "Of each product") List<LineView> lines,
        @Schema(description = "The sum of the lines, without tax") Money total) {

    /** First and last day. */
    @Schema(name = "ResaleBillPeriod", description = "The days that are billed")
    record Period(
            @Schema(description = "The first day") LocalDate from,
            @Schema(description = "The last day") LocalDate to) {}

    /** The partner; what its invoicing data say, as far as they were given. */
    @Schema(
            name = "ResaleBillSeller",
            description = "The partner, as its invoicing data say",
            requiredProperties = {"name"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seller(
            @Schema(description = "The partner's name", examples = "Nordwind IT") String name,
            @Schema(description = "Its legal name", examples = "Nordwind IT GmbH") String legalName,
            @Schema(description = "Its place of business") PostalAddress address,
            @Schema(description = "Its VAT id", examples = "DE129273398") String vatId,
            @Schema(description = "Its e-mail address", examples = "rechnungen@nordwind.example") String email) {

        static Seller of(Partner partner, InvoicingData data) {
            return data == null
                    ? new Seller(partner.name(), null, null, null, null)
                    : new Seller(partner.name(), data.legalName(), data.address(), data.vatId(), data.email());
        }
    }

    /** A product. */
    @Schema(name = "ResaleBillLine", description = "What the customer pays for one product")
    record LineView(
            @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
            @Schema(description = "The product's name", examples = "Endpoint Advanced") String productName,
            @Schema(description = "Number of the product's units, which may have decimals", examples = "50")
                    String quantity,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(examples = "1-99", description = "Missing if the price is a mark-up")
                    String band,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            examples = "4.00",
                            description =
                                    "Missing if the price is a mark-up on more than units, or on a month closed before December 2026")
                    String unitPrice,
            @Schema(description = "Without tax") Money amount,
            @Schema(description = "Why the amount is what it is: these add up to it") List<PartView> parts,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(examples = "2026-10", description = "Only on a correction of a closed month")
                    String correctsMonth) {

        static LineView of(ResaleLine line, String productName, String currency) {
            var price = line.price();
            return new LineView(
                    line.product(),
                    productName,
                    Decimals.text(line.quantity().shown()),
                    price.band(),
                    price.unitPrice() == null ? null : price.unitPrice().toPlainString(),
                    Money.of(price.amount(), currency),
                    PartView.of(price.parts(), currency),
                    line.correctsMonth() == null ? null : line.correctsMonth().toString());
        }
    }

    static ResaleBillView of(
            ResaleMonth month,
            UUID customerId,
            List<ResaleLine> lines,
            Seller seller,
            Map<String, String> productNames) {
        var total = lines.stream().map(ResaleLine::sold).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ResaleBillView(
                customerId,
                month.names().get(customerId),
                month.externalIds().get(customerId),
                month.month().toString(),
                new Period(month.month().atDay(1), month.month().atEndOfMonth()),
                month.state(),
                month.currency(),
                ResaleView.BookView.of(month.book()),
                seller,
                lines.stream()
                        .map(line -> LineView.of(
                                line, productNames.getOrDefault(line.product(), line.product()), month.currency()))
                        .toList(),
                Money.of(total, month.currency()));
    }
}
