package dev.kontor.billing.usage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * One reported level.
 *
 * @param index its place in the call
 * @param observedAt in whole microseconds, as the database keeps it
 */
record UsageItem(int index, String eventId, UUID customerId, String product, Instant observedAt, BigDecimal quantity) {

    /** Equal for the same payload, however its numbers and times were written. */
    byte[] payloadHash() {
        String payload = String.join(
                "\n",
                customerId.toString(),
                product,
                observedAt.toString(),
                quantity.stripTrailingZeros().toPlainString());
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
