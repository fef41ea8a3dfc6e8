package dev.kontor.billing.reconciliation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One difference between the rows and the statement.
 *
 * @param row the place of the row, or of the first of several added up, from 0; null for {@link Kind#MISSING}
 * @param customerId null where it is not known which customer was meant
 * @param expectedQuantity what the statement says; null where it has no such line
 * @param quantity what the rows say; null where there is none
 * @param expectedAmount null where amounts are not compared
 * @param amount null where amounts are not compared
 * @param reason why a row is {@link Kind#UNMAPPED} or {@link Kind#UNUSABLE}; null for the others
 */
record Finding(
        Kind kind,
        Integer row,
        String customer,
        UUID customerId,
        String product,
        BigDecimal expectedQuantity,
        BigDecimal quantity,
        BigDecimal expectedAmount,
        BigDecimal amount,
        Reason reason) {

    @Schema(
            name = "ReconciliationFindingKind",
            description = "How the rows differ from the statement",
            enumeration = {"missing", "unexpected", "over", "under", "unmapped", "unusable"})
    enum Kind {
        /** On the statement, but in no row. */
        MISSING,
        /** In a row, but not on the statement. */
        UNEXPECTED,
        /** The row says more than the statement. */
        OVER,
        /** The row says less than the statement. */
        UNDER,
        /** A row of a customer or product nobody knows. */
        UNMAPPED,
        /** A row that is no position, or whose numbers can't be read. */
        UNUSABLE;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is wrong with a row. */
    enum Reason {
        UNKNOWN_CUSTOMER,
        AMBIGUOUS_CUSTOMER,
        UNKNOWN_PRODUCT,
        AMBIGUOUS_PRODUCT,
        CUSTOMER_MISSING,
        PRODUCT_MISSING,
        QUANTITY_MISSING,
        NOT_A_DECIMAL,
        AMBIGUOUS_NUMBER,
        TOO_MANY_DIGITS;

        /** As it is told. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Rows less statement; null where the rows say nothing of it. */
    BigDecimal delta() {
        return kind == Kind.UNUSABLE ? null : difference(quantity, expectedQuantity);
    }

    /** Rows less statement; null where amounts are not compared. */
    BigDecimal amountDelta() {
        return amount == null && expectedAmount == null ? null : difference(amount, expectedAmount);
    }

    private static BigDecimal difference(BigDecimal theirs, BigDecimal ours) {
        return (theirs == null ? BigDecimal.ZERO : theirs).subtract(ours == null ? BigDecimal.ZERO : ours);
    }
}
