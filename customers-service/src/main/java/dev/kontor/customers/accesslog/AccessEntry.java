package dev.kontor.customers.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One decision on a partner's call into a customer's account (domain.md rule 15), in real time.
 *
 * @param subject null once it was erased
 * @param actor null where there is none, or once it was erased
 */
record AccessEntry(
        UUID id,
        UUID partnerId,
        UUID customerId,
        String subject,
        String role,
        String actor,
        String action,
        String path,
        String outcome,
        String reason,
        Instant at,
        String traceId) {

    /** The hash before the first entry of a chain. */
    static final byte[] START = new byte[32];

    private static final byte COMMITTED = 2;

    /** Reads a record of {@code kontor.access.v1}; one that misses a field is refused. */
    static AccessEntry of(JsonNode record) {
        return new AccessEntry(
                UUID.fromString(record.required("id").asText()),
                UUID.fromString(record.required("partnerId").asText()),
                UUID.fromString(record.required("customerId").asText()),
                record.required("subject").asText(),
                text(record, "role"),
                text(record, "actor"),
                record.required("action").asText(),
                record.required("path").asText(),
                record.required("outcome").asText(),
                text(record, "reason"),
                // PostgreSQL keeps microseconds; what is hashed must be what is read again.
                Instant.parse(record.required("at").asText()).truncatedTo(ChronoUnit.MICROS),
                text(record, "traceId"));
    }

    /** SHA-256 over the hash before, the position, and every field with its length: nothing can be moved or joined. */
    byte[] hash(byte[] before, long seq) {
        return hash(new byte[0], before, seq, subject, actor);
    }

    /** The same over commitments in the place of personal values. */
    byte[] hash(byte[] before, long seq, Commitment committedSubject, Commitment committedActor) {
        return hash(new byte[] {COMMITTED}, before, seq, committedSubject, committedActor);
    }

    private byte[] hash(byte[] form, byte[] before, long seq, Object hashedSubject, Object hashedActor) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(form);
            digest.update(before);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
            for (var field : new Object[] {
                id, partnerId, customerId, hashedSubject, role, hashedActor, action, path, outcome, reason, at, traceId
            }) {
                var bytes = bytes(field);
                digest.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(bytes == null ? -1 : bytes.length)
                        .array());
                if (bytes != null) {
                    digest.update(bytes);
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object field) {
        if (field instanceof Commitment commitment) {
            return commitment.hash();
        }
        return field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode record, String field) {
        return record.required(field).textValue();
    }
}
