package dev.kontor.billing.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One customer's product on a statement. */
@Schema(name = "StatementLine", description = "What one customer used of one product, and what it costs")
record StatementLineView(
        @Schema(description = "The customer that used it") UUID customerId,
        @Schema(description = "The customer's name when the statement was issued", examples = "Bäckerei Sommer GmbH")
                String customerName,
        @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
        @Schema(description = "The ordered quantity of the licence; null if none was ordered", nullable = true)
                String orderedQuantity,
        @Schema(description = "The counted quantity, before proration", examples = "50") String actualQuantity,
        @Schema(description = "The quantity that is billed", examples = "50") String billableQuantity,
        @Schema(description = "How the quantity was counted") CountMethod countMethod,
        @Schema(
                        examples = "2026-11-14",
                        nullable = true,
                        description = "Null if nothing was used and only a minimum is charged")
                LocalDate asOf,
        @Schema(
                        description =
                                "The band that the price comes from, as in 1-99; of several, from the first to the last",
                        examples = "1-99")
                String band,
        @Schema(
                        description =
                                "The price of a unit, in the currency of the statement; of several bands, the mean",
                        examples = "2.90")
                String unitPrice,
        @Schema(description = "The customer's share of what the product costs the partner, without tax") Money amount,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Why the amount is what it is: these add up to it. Missing on lines of months closed before December 2026")
                List<PartView> parts,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(examples = "2026-10", description = "Only on a correction of a closed month")
                String correctsMonth) {

    static StatementLineView of(StatementLine line, String currency) {
        var billed = line.billed();
        return new StatementLineView(
                billed.customerId(),
                line.customerName(),
                billed.product(),
                Decimals.text(billed.ordered()),
                Decimals.text(billed.actual()),
                Decimals.text(billed.billable().shown()),
                billed.countMethod(),
                billed.asOf(),
                billed.band(),
                billed.unitPrice().toPlainString(),
                Money.of(billed.amount(), currency),
                PartView.of(billed.parts(), currency),
                billed.correctsMonth() == null ? null : billed.correctsMonth().toString());
    }
}
