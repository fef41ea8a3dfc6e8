package dev.kontor.billing.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** Something a reporter says of a customer's product at an instant. */
sealed interface Reported permits UsageItem, DeviceItem {

    /** Its place in the call. */
    int index();

    String eventId();

    UUID customerId();

    String product();

    /** In whole microseconds, as the database keeps it. */
    Instant observedAt();

    Source source();

    /** Of a level. */
    default BigDecimal quantity() {
        return null;
    }

    /** Of a device. */
    default String deviceId() {
        return null;
    }

    /** Of a device that has a last user. */
    default String userId() {
        return null;
    }

    /** Of a device: computer or server. */
    default String kind() {
        return null;
    }

    /** What is said, however its numbers and times were written. */
    String payload();

    /** Equal for the same payload. */
    default byte[] payloadHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The month (UTC) it belongs to. */
    default LocalDate firstOfMonth() {
        return YearMonth.from(observedAt().atOffset(ZoneOffset.UTC)).atDay(1);
    }
}
