package dev.kontor.customers.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.bulk.JobView.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Jobs and their items; a lease, in real time, says which replica works on a job at the moment. */
@ApplicationScoped
class BulkJobs {

    private final Session database;
    private final ObjectMapper mapper;

    BulkJobs(Session database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** A job as it stands in the database. */
    record Standing(BulkOperation operation, String state, long done, long refused, long finished, long total) {}

    /** The next customer of a job, and how often it was tried. */
    record Next(int position, UUID customerId, int attempts) {}

    void add(BulkJob job, List<UUID> customers, Instant now) {
        database.createNativeMutationQuery(
                        """
                        insert into bulk_job (partner_id, id, operation, parameters, subject, sees_all, programs, state,
                            total, created_at)
                        values (?1, ?2, ?3, cast(?4 as jsonb), ?5, ?6, ?7, 'queued', ?8, ?9)""")
                .setParameter(1, job.partnerId())
                .setParameter(2, job.id())
                .setParameter(3, job.operation().code())
                .setParameter(4, write(job.parameters()))
                .setParameter(5, job.subject())
                .setParameter(6, job.seesAll())
                .setParameter(7, job.programs().toArray(String[]::new))
                .setParameter(8, customers.size())
                .setParameter(9, now)
                .executeUpdate();
        database.createNativeMutationQuery(
                        """
                        insert into bulk_item (partner_id, job_id, position, customer_id)
                        select ?1, ?2, position, customer_id from unnest(?3) with ordinality as t (customer_id, position)""")
                .setParameter(1, job.partnerId())
                .setParameter(2, job.id())
                .setParameter(3, customers.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Only whoever asked for the job finds it; row security sees to that. */
    Optional<Standing> standing(UUID id) {
        return database.createNativeQuery(
                        """
                        select j.operation, j.state, j.total,
                               count(*) filter (where i.outcome = 'done') as done,
                               count(*) filter (where i.outcome = 'refused') as refused,
                               count(i.outcome) as finished
                        from bulk_job j join bulk_item i on i.partner_id = j.partner_id and i.job_id = j.id
                        where j.id = ?1 group by j.partner_id, j.id""",
                        Tuple.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .map(row -> new Standing(
                        BulkOperation.of(row.get("operation", String.class)),
                        row.get("state", String.class),
                        row.get("done", Long.class),
                        row.get("refused", Long.class),
                        row.get("finished", Long.class),
                        row.get("total", Integer.class)));
    }

    List<Item> items(UUID id) {
        return database.createNativeQuery(
                        """
                        select customer_id, outcome, cast(result as text) as result from bulk_item where job_id = ?1
                        order by position""",
                        Tuple.class)
                .setParameter(1, id)
                .getResultStream()
                .map(this::item)
                .toList();
    }

    private Item item(Tuple row) {
        var result = row.get("result", String.class);
        var outcome = result == null ? Outcome.done() : read(result, Outcome.class);
        return new Item(
                row.get("customer_id", UUID.class),
                row.get("outcome", String.class),
                outcome.details(),
                outcome.isRefused() ? JobProblem.of(outcome.refusal()) : null);
    }

    /** False where the job has ended. */
    boolean cancel(UUID id) {
        return database.createNativeMutationQuery(
                                "update bulk_job set cancelling = true where id = ?1 and state in ('queued', 'running')")
                        .setParameter(1, id)
                        .executeUpdate()
                > 0;
    }

    /** Takes the lease of the job that waited longest, if there is one that nobody works on. */
    Optional<BulkJob> claim(Duration lease) {
        return database.createNativeQuery(
                        """
                        update bulk_job set state = 'running', leased_until = clock_timestamp() + cast(?1 as interval)
                        where id = (select id from bulk_job where state in ('queued', 'running')
                                    and leased_until < clock_timestamp()
                                    order by leased_until, id limit 1 for update skip locked)
                        returning partner_id, id, operation, cast(parameters as text) as parameters, subject, sees_all,
                            programs""",
                        Tuple.class)
                .setParameter(1, lease.toString())
                .getResultStream()
                .findFirst()
                .map(row -> new BulkJob(
                        row.get("partner_id", UUID.class),
                        row.get("id", UUID.class),
                        BulkOperation.of(row.get("operation", String.class)),
                        read(row.get("parameters", String.class), BulkRequest.Parameters.class),
                        row.get("subject", String.class),
                        row.get("sees_all", Boolean.class),
                        Set.of(row.get("programs", String[].class))));
    }

    /** The next customer, with the lease renewed; empty at the end, or where the job was called off. */
    Optional<Next> next(UUID id, Duration lease) {
        lease(id, lease);
        return database.createNativeQuery(
                        """
                        update bulk_item i set attempts = attempts + 1
                        from bulk_job j
                        where j.id = ?1 and not j.cancelling and i.partner_id = j.partner_id and i.job_id = j.id
                          and i.position = (select min(position) from bulk_item where job_id = ?1 and outcome is null)
                        returning i.position, i.customer_id, i.attempts""",
                        Tuple.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .map(row -> new Next(
                        row.get("position", Integer.class),
                        row.get("customer_id", UUID.class),
                        row.get("attempts", Integer.class)));
    }

    void keep(UUID id, int position, Outcome outcome) {
        database.createNativeMutationQuery(
                        """
                        update bulk_item set outcome = ?1, result = cast(?2 as jsonb)
                        where job_id = ?3 and position = ?4 and outcome is null""")
                .setParameter(1, outcome.isRefused() ? "refused" : "done")
                .setParameter(2, write(outcome))
                .setParameter(3, id)
                .setParameter(4, position)
                .executeUpdate();
    }

    /** Nobody else takes the job up for that long. */
    void lease(UUID id, Duration lease) {
        database.createNativeMutationQuery(
                        "update bulk_job set leased_until = clock_timestamp() + cast(?1 as interval) where id = ?2")
                .setParameter(1, lease.toString())
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Ends the job: called off, if anything is left of it. */
    void finish(UUID id) {
        var left = database.createNativeMutationQuery(
                        "update bulk_item set outcome = 'cancelled' where job_id = ?1 and outcome is null")
                .setParameter(1, id)
                .executeUpdate();
        database.createNativeMutationQuery("update bulk_job set state = ?1 where id = ?2")
                .setParameter(1, left > 0 ? "cancelled" : "succeeded")
                .setParameter(2, id)
                .executeUpdate();
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
