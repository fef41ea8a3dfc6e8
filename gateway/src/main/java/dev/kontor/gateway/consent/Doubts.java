package dev.kontor.gateway.consent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was changed through this gateway a moment ago, so that memory may lag behind it until the owner was asked.
 *
 * <p>A record does not settle a doubt: it may be from before the change. An answer does, unless it was asked for before
 * the doubt came up.
 */
final class Doubts<K> {

    private final Map<K, Long> raised = new ConcurrentHashMap<>();
    private final AtomicLong counter = new AtomicLong();

    void raise(K key) {
        raised.put(key, counter.incrementAndGet());
    }

    boolean about(K key) {
        return raised.containsKey(key);
    }

    /** To be taken before the owner is asked, and given to {@link #settle}. */
    Long ticket(K key) {
        return raised.get(key);
    }

    void settle(K key, Long ticket) {
        if (ticket != null) {
            raised.remove(key, ticket);
        }
    }
}
