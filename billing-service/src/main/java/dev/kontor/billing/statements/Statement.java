package dev.kontor.billing.statements;

import dev.kontor.billing.database.Row;
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
 * @param issuedAt null until it is issued
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
        int lineCount,
        String contentHash,
        String priceBookId,
        int priceBookVersion,
        Instant issuedAt) {

    static UUID idOf(UUID partnerId, YearMonth month, int version) {
        String name = String.join("/", "statement", partnerId.toString(), month.toString(), Integer.toString(version));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Statement read(Row row) {
        return new Statement(
                row.id("id"),
                row.text("number"),
                row.id("partner_id"),
                row.month("month"),
                StatementState.FINAL,
                Math.toIntExact(row.number("version")),
                row.text("currency"),
                row.decimal("total"),
                Math.toIntExact(row.number("line_count")),
                row.text("content_hash"),
                row.text("price_book_id"),
                Math.toIntExact(row.number("price_book_version")),
                row.instant("issued_at"));
    }
}
