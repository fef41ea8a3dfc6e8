package dev.kontor.customers.accesslog;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Inbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** Keeps the topic of decisions from growing for ever, and no decision from the log: what the log has goes after a week. */
@ApplicationScoped
class AccessRetention {

    private static final Logger LOG = Logger.getLogger(AccessRetention.class);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Inbox inbox;

    AccessRetention(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scheduled(every = "1h", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhatTheLogHas() throws InterruptedException {
        try {
            inbox.deleteTakenIn(Topics.ACCESS, KEPT);
        } catch (ExecutionException e) {
            LOG.warnf("What the access log has stays on its topic for another hour: %s", e.getCause());
        }
    }
}
