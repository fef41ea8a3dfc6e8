package dev.kontor.billing.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.copies.Relation;
import dev.kontor.platform.web.Decimals;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the partner's own numbers differ from its statement; without findings they agree. */
@Schema(name = "Reconciliation", description = "How the partner's figures differ from its statement")
record ReconciliationView(
        @Schema(description = "The month that was compared", examples = "2026-11") String month,
        @Schema(
                        description = "The statement it was compared with; null if the partner has none for that month",
                        nullable = true)
                UUID statementId,
        @Schema(
                        description =
                                "Of the statement: with open and draft, its figures still change. Null if there is none",
                        enumeration = {"open", "draft", "final"},
                        nullable = true)
                String statementState,
        @Schema(description = "Of all amounts; null if there is no statement", examples = "EUR") String currency,
        @Schema(description = "Number of rows read") int rows,
        @Schema(description = "The differences; empty if there are none") List<FindingView> findings) {

    /** One difference. */
    @Schema(name = "ReconciliationFinding", description = "One difference", requiredProperties = "kind")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            @Schema(
                            description =
                                    "missing: on the statement, but in no row. unexpected: in a row, but not on the statement. over, under: the rows have more, or less, than the statement. unmapped: unknown customer or product. unusable: a row of a table that is no position, or whose number can be read in more than one way")
                    Finding.Kind kind,
            @Schema(
                            description =
                                    "The row's index in the request, from 0; of a table without its header and empty rows")
                    Integer row,
            @Schema(examples = "C-17", description = "The customer as given in the row") String customer,
            @Schema(description = "The customer, if it is known") UUID customerId,
            @Schema(description = "The customer's id in the partner's system, if it has one") String externalId,
            @Schema(description = "The customer's name, if it is known") String customerName,
            @Schema(
                            description = "The product's code; of unmapped, as given in the row",
                            examples = "endpoint-advanced")
                    String product,
            @Schema(description = "The billable quantity of the statement") String expectedQuantity,
            @Schema(description = "The sum of the rows' quantities") String quantity,
            @Schema(examples = "2", description = "The rows' quantity minus the statement's") String delta,
            @Schema(description = "The amount of the statement, if amounts were given") String expectedAmount,
            @Schema(description = "The sum of the rows' amounts, if they were given") String amount,
            @Schema(description = "The rows' amount minus the statement's, if amounts were given") String amountDelta,
            @Schema(
                            description = "Only of unmapped and unusable",
                            enumeration = {
                                "unknown-customer",
                                "ambiguous-customer",
                                "unknown-product",
                                "ambiguous-product",
                                "customer-missing",
                                "product-missing",
                                "quantity-missing",
                                "not-a-decimal",
                                "ambiguous-number",
                                "too-many-digits"
                            })
                    String reason) {

        static FindingView of(Finding finding, Relation relation) {
            return new FindingView(
                    finding.kind(),
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
                    finding.reason() == null ? null : finding.reason().text());
        }
    }
}
