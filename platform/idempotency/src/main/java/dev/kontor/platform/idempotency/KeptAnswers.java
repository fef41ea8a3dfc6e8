package dev.kontor.platform.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.platform.web.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many answers of a tenant may be kept (domain.md, rule 41). They are counted in the database once a minute, and in memory
 * between: with several replicas a tenant may have some more.
 */
@ApplicationScoped
class KeptAnswers {

    private static final Duration COUNTED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final String AN_HOUR = "3600";

    private final IdempotencyKeys keys;
    private final int most;
    private final Cache<UUID, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(COUNTED_AGAIN_AFTER)
            .executor(Runnable::run)
            .build();

    KeptAnswers(
            IdempotencyKeys keys, @ConfigProperty(name = "kontor.idempotency.most", defaultValue = "50000") int most) {
        this.keys = keys;
        this.most = most;
    }

    /** @param tenant null for the vendor's own callers, who have no bound */
    void requireRoom(UUID tenant) {
        if (tenant != null && counts.get(tenant, its -> counted()).incrementAndGet() > most) {
            throw CommonProblem.IDEMPOTENCY_QUOTA_REACHED.problem(most).header("Retry-After", AN_HOUR);
        }
    }

    /** What is older than a day makes room first. */
    private AtomicInteger counted() {
        var kept = keys.count(most);
        if (kept == most) {
            keys.forgetOld();
            kept = keys.count(most);
        }
        return new AtomicInteger(kept);
    }
}
