package dev.kontor.billing.counting;

import java.time.Instant;

/**
 * A device that was seen online.
 *
 * @param userId its last user; null where it has none
 * @param arrival rises with every stored observation; decides between those of the same instant
 */
public record Sighting(String deviceId, String userId, boolean server, Instant lastSeenAt, long arrival) {}
