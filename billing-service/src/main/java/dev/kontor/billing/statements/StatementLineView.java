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
@Schema(name = "StatementLine")
record StatementLineView(
        UUID customerId,
        @Schema(examples = "Bäckerei Sommer GmbH") String customerName,
        @Schema(examples = "endpoint-advanced") String product,
        @Schema(nullable = true) String orderedQuantity,
        @Schema(examples = "50") String actualQuantity,
        @Schema(examples = "50") String billableQuantity,
        CountMethod countMethod,
        @Schema(
                        examples = "2026-11-14",
                        nullable = true,
                        description = "Null if nothing was used and only a minimum is charged")
                LocalDate asOf,
        @Schema(examples = "1-99") String band,
        @Schema(examples = "2.90") String unitPrice,
        Money amount,
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
