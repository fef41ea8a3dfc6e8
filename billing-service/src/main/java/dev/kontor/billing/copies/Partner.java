package dev.kontor.billing.copies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner as billing knows it.
 *
 * @param since when it, or its first customer, was there; months before that it has none
 */
public record Partner(
        UUID id,
        String name,
        String region,
        String currency,
        String locale,
        @Nullable String logoHash,
        Instant since) {}
