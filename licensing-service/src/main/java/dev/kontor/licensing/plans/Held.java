package dev.kontor.licensing.plans;

import dev.kontor.licensing.terms.LicenseType;
import java.time.Instant;
import java.util.UUID;

/**
 * A licence that has not ended, as far as a plan needs it.
 *
 * @param quantity null where no number was ordered
 * @param endAt null for no end
 */
public record Held(UUID id, String product, LicenseType type, Integer quantity, Instant startAt, Instant endAt) {}
