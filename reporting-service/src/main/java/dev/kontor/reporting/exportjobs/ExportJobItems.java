package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The customers of a job, claimed by workers under a lease in real time. */
@ApplicationScoped
class ExportJobItems {

    private final Session database;

    ExportJobItems(Session database) {
        this.database = database;
    }

    /**
     * One worker's right to export one customer's dashboard.
     *
     * @param fence rises with every claim; an older one has lost its right
     */
    record Claim(UUID customerId, long fence, int attempts) {}

    record Progress(long done, long refused, long total) {}

    List<UUID> unseen(Collection<UUID> customerIds, int most) {
        return Values.of(
                        database,
                        """
                        select named.id from unnest(:ids) as named(id)
                        where not exists (select from customers c where c.id = named.id) limit :most""",
                        UUID.class)
                .setParameter("ids", customerIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Adds every customer the caller sees. */
    void addAll(ExportJob job) {
        database.createNativeMutationQuery(
                        """
                        insert into export_job_items (partner_id, job_id, customer_id)
                        select c.partner_id, :job, c.id from customers c""")
                .setParameter("job", job.id())
                .executeUpdate();
    }

    /** Adds the customers named; those the caller does not see wait to be refused. */
    void add(ExportJob job, Collection<UUID> customerIds) {
        database.createNativeMutationQuery(
                        """
                        insert into export_job_items (partner_id, job_id, customer_id, seen)
                        select :partner, :job, named.id, exists (select from customers c where c.id = named.id)
                        from unnest(:ids) as named(id)""")
                .setParameter("partner", job.partnerId())
                .setParameter("job", job.id())
                .setParameter("ids", customerIds.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
    }

    /** The next customers nobody works on. */
    List<Claim> claim(ExportJob job, int most, Duration lease) {
        Instant now = RealTime.clock().instant();
        return database.createNativeQuery(
                        """
                        update export_job_items i
                        set state = 'claimed', fence = i.fence + 1, attempts = i.attempts + 1, lease_until = :lease
                        where i.job_id = :job and i.customer_id in (
                            select c.customer_id from export_job_items c
                            where c.job_id = :job and c.state in ('pending', 'claimed') and c.lease_until < :now
                            order by c.lease_until limit :most for update skip locked)
                        returning i.customer_id, i.fence, i.attempts""",
                        Tuple.class)
                .setParameter("lease", now.plus(lease))
                .setParameter("job", job.id())
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Claim(row.get(0, UUID.class), row.get(1, Long.class), row.get(2, Integer.class)))
                .toList();
    }

    /** Keeps others out until the transaction ends; false where the claim was lost to another worker. */
    boolean lock(ExportJob job, Claim claim) {
        return !Values.of(
                        database,
                        """
                        select fence from export_job_items
                        where job_id = :job and customer_id = :customer and fence = :fence and state = 'claimed'
                        for update""",
                        Long.class)
                .setParameter("job", job.id())
                .setParameter("customer", claim.customerId())
                .setParameter("fence", claim.fence())
                .getResultList()
                .isEmpty();
    }

    /** Whether the transaction's scope, which is whoever asked, saw the customer as it asked and sees it now. */
    boolean isSeen(ExportJob job, Claim claim) {
        return isThere(
                """
                select 1 from export_job_items i join customers c on c.id = i.customer_id
                where i.job_id = :job and i.customer_id = :customer and i.seen""",
                "job",
                job.id(),
                claim);
    }

    /** As the worker: whether the customer is the partner's, whoever sees it. */
    boolean isThePartners(ExportJob job, Claim claim) {
        return isThere(
                "select 1 from customers where partner_id = :partner and id = :customer",
                "partner",
                job.partnerId(),
                claim);
    }

    private boolean isThere(String query, String name, UUID value, Claim claim) {
        return !Values.of(database, query, Integer.class)
                .setParameter(name, value)
                .setParameter("customer", claim.customerId())
                .getResultList()
                .isEmpty();
    }

    void done(ExportJob job, Claim claim, UUID exportId) {
        end(job, claim, "done", exportId, null, RealTime.clock().instant());
    }

    void refuse(ExportJob job, Claim claim, String reason) {
        end(job, claim, "refused", null, reason, RealTime.clock().instant());
    }

    /** Lets others, or this worker, try again later. */
    void giveBack(ExportJob job, Claim claim, Duration after) {
        end(job, claim, "pending", null, null, RealTime.clock().instant().plus(after));
    }

    private void end(ExportJob job, Claim claim, String state, UUID exportId, String reason, Instant notBefore) {
        database.createNativeMutationQuery(
                        """
                        update export_job_items
                        set state = :state, export_id = :export, reason = :reason, lease_until = :notBefore
                        where job_id = :job and customer_id = :customer and fence = :fence and state = 'claimed'""")
                .setParameter("state", state)
                .setParameter("export", exportId, UUID.class)
                .setParameter("reason", reason, String.class)
                .setParameter("notBefore", notBefore)
                .setParameter("job", job.id())
                .setParameter("customer", claim.customerId())
                .setParameter("fence", claim.fence())
                .executeUpdate();
    }

    Progress progress(UUID jobId) {
        Tuple row = database.createNativeQuery(
                        """
                        select count(*) filter (where state = 'done'), count(*) filter (where state = 'refused'),
                               count(*)
                        from export_job_items where job_id = :job""",
                        Tuple.class)
                .setParameter("job", jobId)
                .getSingleResult();
        return new Progress(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class));
    }

    /** What became of the customers, in the order of their ids, after the given one (null for the first). */
    long count(UUID jobId) {
        return Values.of(database, "select count(*) from export_job_items where job_id = :job", Long.class)
                .setParameter("job", jobId)
                .getSingleResult();
    }

    List<ExportOfCustomer> page(UUID jobId, UUID after, int most) {
        return database.createNativeQuery(
                        """
                        select customer_id, state, export_id, reason from export_job_items
                        where job_id = :job and customer_id > :after order by customer_id limit :most""",
                        Tuple.class)
                .setParameter("job", jobId)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> ExportOfCustomer.of(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class)))
                .toList();
    }
}
