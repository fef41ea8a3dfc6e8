package dev.kontor.customers.crm;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.customers.partners.PartnerService;
import dev.kontor.platform.jobs.Ending;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.JobKind;
import dev.kontor.platform.jobs.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sends the names of a partner's customers to its CRM, one after the other: a slow one keeps no other partner waiting. */
@ApplicationScoped
class CrmNames implements JobKind<CrmNames.Names> {

    private static final Logger LOG = Logger.getLogger(CrmNames.class);

    /** Longer than any call takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final CrmQueue queue;
    private final CrmAccounts accounts;
    private final PartnerService partners;
    private final BackOff backOff;
    private final Duration pauseWhileSuspended;

    CrmNames(CrmQueue queue, CrmAccounts accounts, PartnerService partners, CrmConfig config) {
        this.queue = queue;
        this.accounts = accounts;
        this.partners = partners;
        this.pauseWhileSuspended = config.firstRetry();
        this.backOff = new BackOff(config.firstRetry(), config.longestRetry());
    }

    /** The name of each item; there is nothing more to say. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Names() {}

    @Override
    public String code() {
        return "crm-names";
    }

    @Override
    public Class<Names> parameters() {
        return Names.class;
    }

    @Override
    public Ending perform(Item<Names> item) {
        if (partners.isSuspended(item.job().partnerId())) {
            return () -> queue.rest(item, pauseWhileSuspended);
        }
        var name = queue.name(item);
        if (name.isEmpty()) {
            return () -> nothingToSend(item);
        }
        try {
            accounts.rename(
                    name.get().connection(),
                    name.get().crmAccountId(),
                    name.get().displayName());
            return new Told(item, name.get(), null);
        } catch (CrmFailure failure) {
            return new Told(item, name.get(), failure);
        }
    }

    private Outcome nothingToSend(Item<Names> item) {
        if (queue.isConnected(item.job().partnerId())) {
            return Outcome.done();
        }
        queue.stop(item.job());
        return Outcome.later(Duration.ZERO);
    }

    /** What the CRM said, as the customer and the connection show it. */
    private final class Told implements Ending {

        private final Item<Names> item;
        private final CrmQueue.Name name;
        private final CrmFailure failure;

        Told(Item<Names> item, CrmQueue.Name name, CrmFailure failure) {
            this.item = item;
            this.name = name;
            this.failure = failure;
        }

        @Override
        public void lockFirst() {
            queue.hold(name);
        }

        @Override
        public Outcome end() {
            if (failure == null) {
                queue.sent(item, name);
                return Outcome.done();
            }
            var failures = failure.isOfOneAccount() ? item.attempts() : name.failures() + 1;
            var again = backOff.after(failures, failure.retryAfter());
            LOG.infof(
                    "The name of %s did not get to its CRM: %s, again in %s",
                    item.id(), failure.reason().code(), again);
            queue.failed(item, name, failure, again);
            return Outcome.later(again);
        }
    }

    @Override
    public Outcome failed(Item<Names> item, RuntimeException failure) {
        return Outcome.later(LEASE);
    }

    @Override
    public Object result(Job<Names> job) {
        return null;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }
}
