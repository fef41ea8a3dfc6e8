package dev.kontor.customers.accesslog;

import dev.kontor.customers.Topics;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Whether the roots hold: those of the topic by themselves, and with what the database says was published last. A topic that is
 * gone or began anew, and a database that was put back, are each found by the other one (domain.md rule 42).
 */
@ApplicationScoped
class PublishedRoots {

    private final MinuteRootRows rows;
    private final Outbox outbox;
    private final Roots roots;
    private volatile boolean known = true;

    PublishedRoots(MinuteRootRows rows, Outbox outbox, Roots roots) {
        this.rows = rows;
        this.outbox = outbox;
        this.roots = roots;
    }

    /** Reads on to where the topic now ends, and compares; empty where that takes longer, or the broker is away. */
    Optional<Boolean> hold(Duration atMost) {
        // What the database has told before the topic is read the topic has to have, but for what is on its way.
        var told =
                asWorker(() -> outbox.holds(Topics.EVIDENCE) ? Optional.<Roots.Last>empty() : Optional.of(rows.last()));
        if (!roots.catchUp(atMost)) {
            return Optional.empty();
        }
        // And of what the topic has the database must know, which it did before.
        var read = roots.last();
        var knownHere = asWorker(rows::last);
        known = roots.unbroken() && told.map(roots::has).orElse(true) && knownHere.minute() >= read.minute();
        return Optional.of(known);
    }

    /** What {@link #hold} last found, each second at the latest; true while it has found nothing. */
    boolean known() {
        return known;
    }

    private static <T> T asWorker(Callable<T> reading) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(reading));
    }
}
