package dev.kontor.platform.jobs;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A kind whose items wait at gates, fail and are refused as a test wants it. */
@ApplicationScoped
class Errands implements JobKind<Errands.Errand> {

    static final String PROGRAM = "msp-flex";
    static final Map<UUID, PresentStanding.Standing> STANDINGS = new ConcurrentHashMap<>();

    private static final Map<UUID, CountDownLatch> GATES = new ConcurrentHashMap<>();
    private static final Map<UUID, Integer> FAILURES = new ConcurrentHashMap<>();

    private final Database database;

    Errands(Database database) {
        this.database = database;
    }

    /** @param program what it takes, or null */
    record Errand(String program) {}

    @ApplicationScoped
    static class Standings implements PresentStanding {

        @Override
        public Standing of(UUID partnerId, String subject) {
            return STANDINGS.getOrDefault(partnerId, Standing.UNKNOWN);
        }
    }

    static CountDownLatch closeGate(UUID item) {
        var gate = new CountDownLatch(1);
        GATES.put(item, gate);
        return gate;
    }

    static void failTimes(UUID item, int times) {
        FAILURES.put(item, times);
    }

    @Override
    public String code() {
        return "errand";
    }

    @Override
    public Class<Errand> parameters() {
        return Errand.class;
    }

    @Override
    public Needs needs(Errand errand) {
        return new Needs("errands:run", errand.program());
    }

    @Override
    public Ending perform(Item<Errand> item) {
        var gate = GATES.get(item.id());
        if (gate != null) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (FAILURES.computeIfPresent(item.id(), (id, left) -> left == 0 ? null : left - 1) != null) {
            throw Problems.unavailable(Duration.ofSeconds(1));
        }
        return () -> {
            database.sql("insert into effect (item) values (:item)")
                    .with("item", item.id())
                    .update();
            return Outcome.done(Map.of("by", item.job().asker().subject()));
        };
    }

    @Override
    public Outcome failed(Item<Errand> item, RuntimeException failure) {
        var outcome = JobKind.super.failed(item, failure);
        return outcome.after() == null ? outcome : Outcome.later(Duration.ofMillis(50));
    }

    @Override
    public Object result(Job<Errand> job) {
        return Map.of("id", job.shownId());
    }
}
