package dev.kontor.reporting.exports;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes exports that were kept long enough, counted from their snapshot. */
@ApplicationScoped
class ExportRetention {

    private final ExportService exports;
    private final Clock clock;
    private final Duration keep;

    ExportRetention(
            ExportService exports,
            Clock clock,
            @ConfigProperty(name = "kontor.reporting.exports.keep", defaultValue = "P400D") Duration keep) {
        this.exports = exports;
        this.clock = clock;
        this.keep = keep;
    }

    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        RowScope.worker().run(() -> exports.removeOlderThan(clock.instant().minus(keep)));
    }
}
