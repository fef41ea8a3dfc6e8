package dev.kontor.platform.clock;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Owns the process's business clock; its offset lives in the database, so replicas and restarts agree. */
@ApplicationScoped
public class Clocks {

    private final BusinessClock clock = new BusinessClock();
    private final ClockConfig config;
    private final AgroalDataSource database;
    private final Event<ClockMoved> moved;

    Clocks(ClockConfig config, AgroalDataSource database, Event<ClockMoved> moved) {
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
    public boolean move(Duration offset) throws SQLException {
        if (!config.movable()) {
            throw new IllegalStateException("the clock of this process does not move");
        }
        var stored = Duration.ofMillis(query("select kontor.move_clock(" + offset.toMillis() + ")"));
        follow(stored);
        return stored.equals(offset);
    }

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) throws SQLException {
        if (config.movable()) {
            var first = config.start()
                    .map(start -> Duration.between(RealTime.clock().instant(), start))
                    .orElse(Duration.ZERO);
            clock.shift(Duration.ofMillis(query("select kontor.start_clock(" + first.toMillis() + ")")));
        }
    }

    /** Another replica may have been the one that was told. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void catchUp() throws SQLException {
        if (config.movable()) {
            follow(Duration.ofMillis(query("select kontor.clock_offset()")));
        }
    }

    private synchronized void follow(Duration offset) {
        if (offset.compareTo(clock.offset()) > 0) {
            clock.shift(offset);
            moved.fire(new ClockMoved(clock.instant()));
        }
    }

    private long query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
