package dev.kontor.billing.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.copies.Relation;
import dev.kontor.platform.web.Decimals;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the partner's own numbers differ from its statement; without findings they agree. */
@Schema(name = "Reconciliation")
record ReconciliationView(
        @Schema(example = "2026-11") String month,
        @Schema(
                        description = "What was compared with; null where the partner has no statement of that month",
                        nullable = true)
                UUID statementId,
        @Schema(example = "final", description = "open, draft or final", nullable = true) String statementState,
        @Schema(example = "EUR") String currency,
        @Schema(description = "How many rows were compared") int rows,
        List<FindingView> findings) {

    /** One difference. */
    @Schema(name = "ReconciliationFinding", requiredProperties = "kind")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            @Schema(
                            example = "over",
                            description =
                                    "missing: on the statement, but in no row. unexpected: in a row, but not on the statement. over, under: the row says more, or less. unmapped: customer or product unknown")
                    String kind,
            @Schema(description = "The place of the row, from 0") Integer row,
            @Schema(example = "C-17", description = "As the row named it") String customer,
            UUID customerId,
            String externalId,
            String customerName,
            @Schema(example = "endpoint-advanced") String product,
            String expectedQuantity,
            String quantity,
            @Schema(example = "2", description = "The rows' quantity less the statement's") String delta,
            String expectedAmount,
            String amount,
            @Schema(description = "The rows' amount less the statement's, where amounts were given") String amountDelta,
            @Schema(description = "Only of unmapped: unknown-customer, ambiguous-customer or unknown-product")
                    String reason) {

        static FindingView of(Finding finding, Relation relation) {
            return new FindingView(
                    finding.kind().text(),
                    finding.row(),
                    finding.customer(),
                    finding.customerId(),
                    relation == null ? null : relation.externalId(),
                    relation == null ? null : relation.name(),
                    finding.product(),
                    Decimals.text(finding.expectedQuantity()),
                    Decimals.text(finding.quantity()),
                    Decimals.text(finding.delta()),
                    Decimals.text(finding.expectedAmount()),
                    Decimals.text(finding.amount()),
                    Decimals.text(finding.amountDelta()),
                    finding.reason());
        }
    }
}
