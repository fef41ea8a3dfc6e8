package dev.kontor.billing.statements;

import dev.kontor.platform.database.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A partner's statement of a month: issued, or as it would be now.
 *
 * @param id the same from the first estimate to the issued statement
 * @param number null until it is issued
 * @param contentHash null until it is issued
 * @param credit what earlier statements in its currency left over; negative where too little was asked for
 * @param issuedAt null until it is issued
 * @param voidedAt null unless it is void
 */
record Statement(
        UUID id,
        String number,
        UUID partnerId,
        YearMonth month,
        StatementState state,
        int version,
        String currency,
        BigDecimal total,
        BigDecimal credit,
        int lineCount,
        String contentHash,
        String priceBookId,
        int priceBookVersion,
        Instant issuedAt,
        Instant voidedAt) {

    static UUID idOf(UUID partnerId, YearMonth month, int version) {
        String name = String.join("/", "statement", partnerId.toString(), month.toString(), Integer.toString(version));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Statement read(Row row) {
        Instant voidedAt = row.instant("voided_at");
        return new Statement(
                row.id("id"),
                row.text("number"),
                row.id("partner_id"),
                row.month("month"),
                voidedAt == null ? StatementState.FINAL : StatementState.VOID,
                Math.toIntExact(row.number("version")),
                row.text("currency"),
                row.decimal("total"),
                row.decimal("credit"),
                Math.toIntExact(row.number("line_count")),
                row.text("content_hash"),
                row.text("price_book_id"),
                Math.toIntExact(row.number("price_book_version")),
                row.instant("issued_at"),
                voidedAt);
    }

    boolean isVoid() {
        return state == StatementState.VOID;
    }

    /** What is to be paid: a negative total is carried credit (domain.md rule 23). */
    BigDecimal amountDue() {
        return total.subtract(credit).max(BigDecimal.ZERO);
    }

    /** What is left over for the statements after it. */
    BigDecimal creditLeft() {
        return credit.subtract(total).max(BigDecimal.ZERO);
    }

    Statement withHash(String hash) {
        return new Statement(
                id,
                number,
                partnerId,
                month,
                state,
                version,
                currency,
                total,
                credit,
                lineCount,
                hash,
                priceBookId,
                priceBookVersion,
                issuedAt,
                voidedAt);
    }

    Statement voided(Instant at) {
        return new Statement(
                id,
                number,
                partnerId,
                month,
                StatementState.VOID,
                version,
                currency,
                total,
                credit,
                lineCount,
                contentHash,
                priceBookId,
                priceBookVersion,
                issuedAt,
                at);
    }
}
