package dev.kontor.platform.clock;

import dev.kontor.platform.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;

/** Owns the process's business clock; its offset lives in the database, so replicas and restarts agree. */
@ApplicationScoped
public class Clocks {

    private final BusinessClock clock = new BusinessClock();
    private final ClockConfig config;
    private final Database database;
    private final Event<ClockMoved> moved;

    Clocks(ClockConfig config, Database database, Event<ClockMoved> moved) {
        this.config = config;
        this.database = database;
        this.moved = moved;
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    public Duration offset() {
        return clock.offset();
    }

    public boolean movable() {
        return config.movable();
    }

    /**
     * Moves business time so that it is real time plus {@code offset}; the same offset again changes nothing.
     *
     * @return false where that would move it back
     */
    public boolean move(Duration offset) {
        if (!config.movable()) {
            throw new IllegalStateException("the clock of this process does not move");
        }
        var stored = asked("select kontor.move_clock(:millis)", offset);
        follow(stored);
        return stored.equals(offset);
    }

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (config.movable()) {
            var first = config.start()
                    .map(start -> Duration.between(RealTime.clock().instant(), start))
                    .orElse(Duration.ZERO);
            clock.shift(asked("select kontor.start_clock(:millis)", first));
        }
    }

    /** Another replica may have been the one that was told. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void catchUp() {
        if (config.movable()) {
            follow(Duration.ofMillis(
                    database.sql("select kontor.clock_offset()").one(Long.class)));
        }
    }

    private synchronized void follow(Duration offset) {
        if (offset.compareTo(clock.offset()) > 0) {
            clock.shift(offset);
            moved.fire(new ClockMoved(clock.instant()));
        }
    }

    private Duration asked(String sql, Duration offset) {
        return Duration.ofMillis(
                database.sql(sql).with("millis", offset.toMillis()).one(Long.class));
    }
}
