package dev.kontor.billing.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A statement that was issued, for documents about it. */
public record IssuedStatement(
        UUID id,
        UUID partnerId,
        YearMonth month,
        boolean isVoid,
        String currency,
        BigDecimal total,
        int lineCount,
        String contentHash,
        Instant issuedAt) {

    static IssuedStatement of(Statement statement) {
        return new IssuedStatement(
                statement.id(),
                statement.partnerId(),
                statement.month(),
                statement.isVoid(),
                statement.currency(),
                statement.total(),
                statement.lineCount(),
                statement.contentHash(),
                statement.issuedAt());
    }
}
