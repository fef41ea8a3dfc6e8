package dev.kontor.customers.crm;

import dev.kontor.customers.CrmSync;
import dev.kontor.customers.NameInCrm;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.jobs.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Names that are still to be sent, and what customers and connections show of it. Everywhere the customer's row is locked
 * before its item.
 */
@ApplicationScoped
@Transactional
class CrmQueue {

    /** There is one such job a partner. */
    private static final String KEY = "names";

    private final Database database;
    private final Jobs jobs;
    private final Event<NameInCrm> shown;
    private final Clock clock;

    CrmQueue(Database database, Jobs jobs, Event<NameInCrm> shown, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.shown = shown;
        this.clock = clock;
    }

    /** One name to send, as it is now, and where to. */
    record Name(
            UUID partnerId,
            UUID customerId,
            String crmAccountId,
            String displayName,
            long version,
            int failures,
            String baseUrl,
            String clientId,
            byte[] secret) {

        CrmAccounts.Connection connection() {
            return new CrmAccounts.Connection(partnerId, version, baseUrl, clientId, secret);
        }
    }

    /** The customer's name changed, or its account became known: in the caller's transaction, the customer's row held. */
    void add(CrmNames kind, UUID partnerId, UUID customerId, boolean connected) {
        var job = jobs.one(kind, partnerId, KEY, new CrmNames.Names());
        jobs.again(job, customerId);
        if (!connected) {
            jobs.stop(job);
        }
        show(partnerId, customerId, CrmSync.PENDING, null);
    }

    /** Whatever waited for this partner's CRM is tried at once. */
    void hurry(CrmNames kind, UUID partnerId) {
        jobs.find(kind, partnerId, KEY).ifPresent(jobs::hurry);
    }

    /** Until there is a CRM again, names wait. */
    void stop(Job<?> job) {
        jobs.stop(job);
    }

    /** Nothing of a suspended partner is sent; after that time it may be resumed. */
    Outcome rest(Item<?> item, Duration pause) {
        jobs.rest(item.job(), pause);
        return Outcome.later(pause);
    }

    Optional<Name> name(Item<?> item) {
        return database.sql(
                        """
                        select k.partner_id, k.id as customer_id, k.crm_account_id, k.display_name, c.version, c.failures,
                            c.base_url, c.client_id, c.secret
                        from customer k join crm_connection c on c.partner_id = k.partner_id
                        where k.partner_id = :partner and k.id = :customer and k.crm_account_id is not null""")
                .with("partner", item.job().partnerId())
                .with("customer", item.id())
                .first(Name.class);
    }

    boolean isConnected(UUID partnerId) {
        return database.sql("select 1 from crm_connection where partner_id = :partner")
                .with("partner", partnerId)
                .exists();
    }

    void hold(Name name) {
        database.sql("select 1 from customer where id = :customer for no key update")
                .with("customer", name.customerId())
                .exists();
    }

    /** It got there; another rename meanwhile is still to be sent. */
    void sent(Item<?> item, Name name) {
        if (!jobs.isWantedAgain(item)) {
            show(name.partnerId(), name.customerId(), CrmSync.SYNCED, null);
        }
        database.sql(
                        """
                        update crm_connection set failures = 0, failure = null
                        where partner_id = :partner and (failures > 0 or failure is not null)""")
                .with("partner", name.partnerId())
                .update();
    }

    /** It did not; with the CRM itself at fault everything else of the partner rests as long as this name. */
    void failed(Item<?> item, Name name, CrmFailure failure, Duration again) {
        if (!jobs.isWantedAgain(item)) {
            show(name.partnerId(), name.customerId(), CrmSync.FAILED, failure.text());
        }
        var all = !failure.isOfOneAccount();
        var present = database.sql(
                                """
                                update crm_connection
                                set failure = :failure, failures = case when :all then failures + 1 else failures end
                                where partner_id = :partner and version = :version""")
                        .with("failure", failure.reason())
                        .with("all", all)
                        .with("partner", name.partnerId())
                        .with("version", name.version())
                        .update()
                > 0;
        if (all && present) {
            jobs.rest(item.job(), again);
        }
    }

    private void show(UUID partnerId, UUID customerId, CrmSync state, String failure) {
        shown.fire(new NameInCrm(partnerId, customerId, state, failure, clock.instant()));
    }
}
