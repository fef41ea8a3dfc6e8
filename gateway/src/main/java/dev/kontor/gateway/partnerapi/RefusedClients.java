package dev.kontor.gateway.partnerapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.gateway.limits.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Who tries secret after secret for one client is not even asked about any more, for a minute. */
final class RefusedClients {

    static final int MOST = 10;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final Cache<String, AtomicInteger> refused = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(FORGOTTEN_AFTER)
            .executor(Runnable::run)
            .build();

    /** Throws 429 where the client was refused too often within the last minute. */
    void require(String client) {
        var count = refused.getIfPresent(client);
        if (count != null && count.get() >= MOST) {
            throw Limits.tooMuch(FORGOTTEN_AFTER.toSeconds());
        }
    }

    void add(String client) {
        refused.get(client, first -> new AtomicInteger()).incrementAndGet();
    }
}
