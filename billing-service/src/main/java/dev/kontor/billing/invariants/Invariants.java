package dev.kontor.billing.invariants;

import dev.kontor.billing.statements.StatementChecks;
import dev.kontor.platform.security.rows.RowScope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Checks a month; what the last check found is the metric {@code kontor.billing.invariants.broken}. */
@ApplicationScoped
public class Invariants {

    private static final Logger LOG = Logger.getLogger(Invariants.class);

    private final MonthCheck check;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Invariants::thread);
    private final Map<Invariant, AtomicLong> broken = new EnumMap<>(Invariant.class);

    Invariants(MonthCheck check, MeterRegistry metrics) {
        this.check = check;
        for (var invariant : Invariant.values()) {
            var found = new AtomicLong();
            broken.put(invariant, found);
            Gauge.builder("kontor.billing.invariants.broken", found, AtomicLong::get)
                    .description("Places that break an invariant, of the month checked last")
                    .tag("invariant", invariant.text())
                    .register(metrics);
        }
    }

    /** Has a month checked that was closed, on a thread of its own; what is broken is told by log and metric. */
    public void afterClosing(YearMonth month) {
        thread.execute(() -> tell(month));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void tell(YearMonth month) {
        try {
            check(month).forEach((invariant, places) -> {
                if (!places.isEmpty()) {
                    LOG.errorf("Invariant %s of %s is broken: %s", invariant.text(), month, places);
                }
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "The invariants of %s could not be checked", month);
        }
    }

    /** Up to {@link StatementChecks#MOST} broken places of each. Outside any transaction. */
    Map<Invariant, List<String>> check(YearMonth month) {
        var places = RowScope.worker().call(() -> check.of(month));
        places.forEach((invariant, its) -> broken.get(invariant).set(its.size()));
        return places;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "invariants");
        thread.setDaemon(true);
        return thread;
    }
}
