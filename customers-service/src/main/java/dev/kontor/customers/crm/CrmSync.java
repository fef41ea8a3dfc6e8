package dev.kontor.customers.crm;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sends the names that are due, one after the other; the call itself is outside of any transaction. */
@ApplicationScoped
class CrmSync {

    private static final Logger LOG = Logger.getLogger(CrmSync.class);

    private final CrmQueue queue;
    private final CrmAccounts accounts;
    private final BackOff backOff;

    CrmSync(CrmQueue queue, CrmAccounts accounts, CrmConfig config) {
        this.queue = queue;
        this.accounts = accounts;
        this.backOff = new BackOff(config.firstRetry(), config.longestRetry());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        while (RowScope.worker().call(this::next)) {
            // The next one.
        }
    }

    private boolean next() {
        var due = queue.claim();
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(CrmQueue.Name name) {
        try {
            accounts.rename(name.connection(), name.accountId(), name.name());
            queue.sent(name);
        } catch (CrmFailure failure) {
            var failures = failure.isOfOneAccount() ? name.failures() : name.connectionFailures();
            var again = backOff.after(failures + 1, failure.retryAfter());
            LOG.infof(
                    "The name of %s did not get to its CRM: %s, again in %s",
                    name.customerId(), failure.reason().code(), again);
            queue.failed(name, failure, again);
        }
    }
}
