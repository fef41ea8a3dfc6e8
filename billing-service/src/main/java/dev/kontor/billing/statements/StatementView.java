package dev.kontor.billing.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's statement of a month; an estimate has no number, no hash and no date. */
@Schema(name = "Statement", description = "What a partner owes for a month")
record StatementView(
        @Schema(description = "Of this version of the statement") UUID id,
        @Schema(
                        description = "Without a gap within a year; null until it is issued",
                        examples = "KTR-2026-000001",
                        nullable = true)
                String number,
        @Schema(description = "The partner that is billed") UUID partnerId,
        @Schema(description = "The month", examples = "2026-11") String month,
        @Schema(description = "How final it is") StatementState state,
        @Schema(description = "Goes up by one when a void statement is issued again") int version,
        @Schema(description = "Of all amounts", examples = "EUR") String currency,
        @Schema(description = "The sum of all lines, without tax") Money total,
        @Schema(description = "Credit from earlier statements; negative if they charged too little")
                Money creditBroughtForward,
        @Schema(description = "Amount to pay: the total minus the credit, never below zero") Money amountDue,
        @Schema(description = "Credit left for later statements") Money creditCarriedForward,
        @Schema(description = "SHA-256 of what the statement says, in hex; null until it is issued", nullable = true)
                String contentHash,
        @Schema(description = "The vendor's price book that it was rated by") PriceBookRef priceBook,
        @Schema(description = "When it was issued; null until then", nullable = true) Instant issuedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only if the statement is void")
                Instant voidedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only if one was given when it was voided")
                String voidReason,
        @Schema(description = "Number of its lines") int lineCount,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Up to 1,000 lines; more are read by page from /v1/statements/{id}/lines")
                List<StatementLineView> lines) {

    /** Above this, lines are read by page. */
    static final int MOST_LINES = 1_000;

    /** The prices it was rated by. */
    @Schema(name = "PriceBookReference", description = "The version of a price book")
    record PriceBookRef(
            @Schema(description = "Chosen by the operator") String id,
            @Schema(description = "Goes up by one with each change") int version) {}

    static StatementView of(StatementContent content) {
        return content.statement().lineCount() > MOST_LINES ? withoutLines(content.statement()) : whole(content);
    }

    /** With every line, however many: for what is rendered as a whole. */
    static StatementView whole(StatementContent content) {
        return of(content.statement(), content.lineViews());
    }

    static StatementView withoutLines(Statement statement) {
        return of(statement, null);
    }

    private static StatementView of(Statement statement, List<StatementLineView> lines) {
        return new StatementView(
                statement.id(),
                statement.number(),
                statement.partnerId(),
                statement.month().toString(),
                statement.state(),
                statement.version(),
                statement.currency(),
                Money.of(statement.total(), statement.currency()),
                Money.of(statement.credit(), statement.currency()),
                Money.of(statement.amountDue(), statement.currency()),
                Money.of(statement.creditLeft(), statement.currency()),
                statement.contentHash(),
                new PriceBookRef(statement.priceBookId(), statement.priceBookVersion()),
                statement.issuedAt(),
                statement.voidedAt(),
                statement.voidReason(),
                statement.lineCount(),
                lines);
    }
}
