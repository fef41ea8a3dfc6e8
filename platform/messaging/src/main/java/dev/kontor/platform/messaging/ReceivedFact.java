package dev.kontor.platform.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact another service told; {@code event} and {@code state} are null for a tombstone.
 *
 * @param key {@code kind/name}, as {@code customer/0192…}
 * @param partnerId null where the fact is no partner's
 */
public record ReceivedFact(
        UUID id, String topic, String key, String type, UUID partnerId, Instant time, JsonNode event, JsonNode state) {

    /** What the key names: the part before its first slash. */
    public String kind() {
        return kindOf(key);
    }

    /** Which one of its kind: the part behind the first slash. */
    public String name() {
        return key.substring(key.indexOf('/') + 1);
    }

    public boolean isTombstone() {
        return state == null;
    }

    static String kindOf(String key) {
        var slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
