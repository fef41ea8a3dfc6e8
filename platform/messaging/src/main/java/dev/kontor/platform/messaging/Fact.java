package dev.kontor.platform.messaging;

import dev.kontor.platform.web.Ids;
import java.util.UUID;

/**
 * Something that happened to an aggregate, and the aggregate's state after it.
 *
 * @param key the aggregate's kind and name, {@code customer/0192…}; order holds per key
 * @param type in the past tense, {@code customer.renamed}
 * @param partnerId whose fact it is; null where it is nobody's
 * @param event what happened; null for a tombstone
 * @param state the aggregate after it; null for a tombstone
 * @param partition where it must land; null to let the key decide
 */
public record Fact(
        UUID id, String topic, String key, String type, UUID partnerId, Object event, Object state, Integer partition) {

    public static Fact of(String topic, String key, String type, UUID partnerId, Object event, Object state) {
        return new Fact(Ids.next(), topic, key, type, partnerId, event, state, null);
    }

    /** Says that the aggregate under {@code key} is gone, so that compaction can forget it. */
    public static Fact tombstone(String topic, String key, String type, UUID partnerId) {
        return new Fact(Ids.next(), topic, key, type, partnerId, null, null, null);
    }

    /** The same fact for one partition, whatever its key. */
    public Fact to(int number) {
        return new Fact(id, topic, key, type, partnerId, event, state, number);
    }

    boolean isTombstone() {
        return event == null && state == null;
    }
}
