package dev.kontor.customers.crm;

import dev.kontor.customers.crm.CrmAccounts.Connection;
import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Names that are still to be sent. A row is leased while its call is out, so that of two replicas one calls, and what a
 * crash left leased is tried again. Everywhere the customer's row is locked before the queue's.
 */
@ApplicationScoped
@Transactional
class CrmQueue {

    /** Longer than any call takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Session database;
    private final Clock clock;

    CrmQueue(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One name to send; {@code generation} tells whether it is still the latest afterwards. */
    record Name(
            UUID customerId,
            long generation,
            int failures,
            int connectionFailures,
            String accountId,
            String name,
            Connection connection) {

        UUID partnerId() {
            return connection.partnerId();
        }
    }

    /** The customer's name changed, or its account became known: in the caller's transaction, the customer's row held. */
    void add(UUID partnerId, UUID customerId) {
        database.createNativeMutationQuery(
                        """
                        insert into crm_sync (partner_id, customer_id, generation) values (?1, ?2, 1)
                        on conflict (partner_id, customer_id) do update
                            set generation = crm_sync.generation + 1, failures = 0, due_at = clock_timestamp()""")
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .executeUpdate();
        database.createNativeMutationQuery("update customer set crm_sync = 'pending' where partner_id = ?1 and id = ?2")
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .executeUpdate();
    }

    /** Whatever waited for this partner's CRM is tried at once. */
    void hurry(UUID partnerId) {
        database.createNativeMutationQuery(
                        "update crm_sync set due_at = clock_timestamp(), failures = 0 where partner_id = ?1")
                .setParameter(1, partnerId)
                .executeUpdate();
    }

    /** The one due longest, with the name as it is now; partners without a CRM, and CRMs that rest, are passed over. */
    Optional<Name> claim() {
        return database.createNativeQuery(
                        """
                        with next as (
                            select s.partner_id, s.customer_id
                            from crm_sync s join crm_connection c on c.partner_id = s.partner_id
                            where s.due_at <= clock_timestamp()
                              and (s.leased_until is null or s.leased_until <= clock_timestamp())
                              and (c.paused_until is null or c.paused_until <= clock_timestamp())
                            order by s.due_at limit 1 for update of s skip locked)
                        update crm_sync s set leased_until = clock_timestamp() + make_interval(secs => :lease)
                        from next n, customer k, crm_connection c
                        where s.partner_id = n.partner_id and s.customer_id = n.customer_id
                          and k.partner_id = s.partner_id and k.id = s.customer_id and c.partner_id = s.partner_id
                        returning s.partner_id, s.customer_id, s.generation, s.failures, k.crm_account_id,
                            k.display_name, c.failures as connection_failures, c.version, c.base_url, c.client_id,
                            c.secret""",
                        Tuple.class)
                .setParameter("lease", LEASE.toSeconds())
                .getResultStream()
                .findFirst()
                .map(CrmQueue::name);
    }

    /** It got there; another rename meanwhile is still to be sent. */
    void sent(Name name) {
        hold(name);
        var latest = change(
                """
                delete from crm_sync where partner_id = :partner and customer_id = :customer
                    and generation = :generation""",
                name);
        if (latest) {
            show(name, "synced");
        } else {
            release(name);
        }
        database.createNativeMutationQuery(
                        """
                        update crm_connection set failures = 0, paused_until = null, failure = null
                        where partner_id = ?1 and (failures > 0 or failure is not null)""")
                .setParameter(1, name.partnerId())
                .executeUpdate();
    }

    /** It did not; tried again after that time, and with the CRM itself at fault so is everything else of the partner. */
    void failed(Name name, CrmFailure failure, Duration again) {
        hold(name);
        var latest = database.createNativeMutationQuery(
                                """
                                update crm_sync set failures = failures + 1, leased_until = null,
                                    due_at = clock_timestamp() + make_interval(secs => :seconds)
                                where partner_id = :partner and customer_id = :customer and generation = :generation""")
                        .setParameter("seconds", seconds(again))
                        .setParameter("partner", name.partnerId())
                        .setParameter("customer", name.customerId())
                        .setParameter("generation", name.generation())
                        .executeUpdate()
                > 0;
        if (latest) {
            show(name, "failed");
        } else {
            release(name);
        }
        database.createNativeMutationQuery(
                        """
                        update crm_connection set failure = :failure,
                            failures = case when :all then failures + 1 else failures end,
                            paused_until = case when :all then clock_timestamp() + make_interval(secs => :seconds)
                                           else paused_until end
                        where partner_id = :partner and version = :version""")
                .setParameter("failure", failure.reason().code())
                .setParameter("all", !failure.isOfOneAccount())
                .setParameter("seconds", seconds(again))
                .setParameter("partner", name.partnerId())
                .setParameter("version", name.connection().version())
                .executeUpdate();
    }

    private void hold(Name name) {
        Values.of(database, "select 1 from customer where id = ?1 for no key update", Integer.class)
                .setParameter(1, name.customerId())
                .getResultList();
    }

    private void release(Name name) {
        database.createNativeMutationQuery(
                        "update crm_sync set leased_until = null where partner_id = ?1 and customer_id = ?2")
                .setParameter(1, name.partnerId())
                .setParameter(2, name.customerId())
                .executeUpdate();
    }

    private boolean change(String sql, Name name) {
        return database.createNativeMutationQuery(sql)
                        .setParameter("partner", name.partnerId())
                        .setParameter("customer", name.customerId())
                        .setParameter("generation", name.generation())
                        .executeUpdate()
                > 0;
    }

    private void show(Name name, String state) {
        database.createNativeMutationQuery(
                        """
                        update customer set crm_sync = ?1, updated_at = ?2
                        where partner_id = ?3 and id = ?4 and crm_sync <> ?1""")
                .setParameter(1, state)
                .setParameter(2, clock.instant())
                .setParameter(3, name.partnerId())
                .setParameter(4, name.customerId())
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Name name(Tuple row) {
        return new Name(
                row.get("customer_id", UUID.class),
                row.get("generation", Long.class),
                row.get("failures", Integer.class),
                row.get("connection_failures", Integer.class),
                row.get("crm_account_id", String.class),
                row.get("display_name", String.class),
                new Connection(
                        row.get("partner_id", UUID.class),
                        row.get("version", Long.class),
                        row.get("base_url", String.class),
                        row.get("client_id", String.class),
                        row.get("secret", byte[].class)));
    }
}
