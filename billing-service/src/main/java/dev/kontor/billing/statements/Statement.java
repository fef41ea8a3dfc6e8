package dev.kontor.billing.statements;

import dev.kontor.billing.rules.Rules;
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
 * @param rules those it was counted by
 * @param arrivals the place of the last usage event that had arrived; null until it is issued, and where nobody kept it
 * @param issuedAt null until it is issued
 * @param voidedAt null unless it is void
 * @param voidReason null where none was given
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
        Rules rules,
        Long arrivals,
        Instant issuedAt,
        Instant voidedAt,
        String voidReason) {

    static UUID idOf(UUID partnerId, YearMonth month, int version) {
        var name = String.join("/", "statement", partnerId.toString(), month.toString(), Integer.toString(version));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** As it would be issued now. */
    static Statement of(UUID partnerId, YearMonth month, int version, StatementState state, MonthBill bill) {
        return new Statement(
                idOf(partnerId, month, version),
                null,
                partnerId,
                month,
                state,
                version,
                bill.prices().book().currency(),
                bill.total(),
                bill.credit(),
                bill.lines().size(),
                null,
                bill.prices().id(),
                bill.prices().version(),
                bill.rules(),
                null,
                null,
                null,
                null);
    }

    /** The same, issued. */
    Statement issued(String givenNumber, Instant at, String hash, long upTo) {
        return new Statement(
                id,
                givenNumber,
                partnerId,
                month,
                StatementState.FINAL,
                version,
                currency,
                total,
                credit,
                lineCount,
                hash,
                priceBookId,
                priceBookVersion,
                rules,
                upTo,
                at,
                null,
                null);
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
}
