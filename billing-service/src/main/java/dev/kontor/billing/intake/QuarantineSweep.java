package dev.kontor.billing.intake;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds what was put aside while its customer or product became known: neither of the two transactions saw the other, so
 * nobody tells.
 */
@ApplicationScoped
class QuarantineSweep {

    private final QuarantineService service;

    QuarantineSweep(QuarantineService service) {
        this.service = service;
    }

    @Scheduled(
            every = "${kontor.billing.quarantine.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void replay() {
        RowScope.worker().run(service::replayKnown);
    }
}
