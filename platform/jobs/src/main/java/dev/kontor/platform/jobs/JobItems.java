package dev.kontor.platform.jobs;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The items of jobs, claimed under leases in real time. */
@ApplicationScoped
class JobItems {

    /** Also where its time is not yet over, since that is what its runner says. */
    private static final String CLAIM =
            """
            update job_item i
            set state = 'claimed', fence = i.fence + 1, attempts = i.attempts + 1, again = false,
                due_at = clock_timestamp() + cast(:lease as interval)
            where (i.job_id, i.item) in (
                select c.job_id, c.item from job_item c join job j on j.id = c.job_id
                where c.job_id = :job and c.state in ('pending', 'claimed') and c.due_at <= clock_timestamp()
                  and not j.cancelling
                  and (j.key is null
                       or not exists (select from job_item e join job ej on ej.id = e.job_id
                                      where e.item = c.item and e.state in ('pending', 'claimed') and ej.kind = j.kind
                                        and ej.partner_id is not distinct from j.partner_id and ej.key < j.key))
                  and %s limit :most for update of c skip locked)
            returning i.item, i.mark, i.fence, i.attempts, i.position""";

    private static final String IN_TURN = CLAIM.formatted("true order by c.due_at, c.position");
    private static final String UPWARDS = CLAIM.formatted("c.item > :after order by c.item");
    private static final String ONE = CLAIM.formatted("c.item = :item and c.state = 'pending'");

    private final Database database;

    JobItems(Database database) {
        this.database = database;
    }

    /** Adds items, each as its own partner's where the job is the vendor's; those already there stay as they are. */
    void add(Job<?> job, Collection<UUID> items, String mark) {
        database.sql(
                        """
                        insert into job_item (job_id, partner_id, item, position, mark)
                        select :job, coalesce(cast(:partner as uuid), item), item, position, :mark
                        from unnest(:items) with ordinality as t (item, position)
                        on conflict (job_id, item) do nothing""")
                .with("job", job.id())
                .with("partner", job.partnerId())
                .with("items", UUID.class, items)
                .with("mark", mark)
                .update();
    }

    /** The next ones that nobody works on. */
    <P> List<Item<P>> claim(Job<P> job, int most, Duration lease) {
        return database.sql(IN_TURN)
                .with("job", job.id())
                .with("lease", lease)
                .with("most", most)
                .list(row -> item(job, row));
    }

    /** The next one by id: a transaction that claims several goes up, so that two can't wait for each other's. */
    <P> Optional<Item<P>> claimAfter(Job<P> job, UUID after, Duration lease) {
        return database.sql(UPWARDS)
                .with("job", job.id())
                .with("lease", lease)
                .with("after", after)
                .with("most", 1)
                .first(row -> item(job, row));
    }

    /** That one, if it waits. */
    <P> Optional<Item<P>> claimOne(Job<P> job, UUID item, Duration lease) {
        return database.sql(ONE)
                .with("job", job.id())
                .with("lease", lease)
                .with("item", item)
                .with("most", 1)
                .first(row -> item(job, row));
    }

    private static <P> Item<P> item(Job<P> job, Row row) {
        return new Item<>(
                job, row.id("item"), row.text("mark"), row.number("fence"), Math.toIntExact(row.number("attempts")));
    }

    /** Keeps others out until the transaction ends; false where the claim was lost to another runner. */
    boolean lock(Item<?> item) {
        return database.sql(
                        """
                        select fence from job_item
                        where job_id = :job and item = :item and fence = :fence and state = 'claimed' for update""")
                .with("job", item.job().id())
                .with("item", item.id())
                .with("fence", item.fence())
                .exists();
    }

    boolean isWantedAgain(Item<?> item) {
        return database.sql("select 1 from job_item where job_id = :job and item = :item and again")
                .with("job", item.job().id())
                .with("item", item.id())
                .exists();
    }

    /** Ends a claim: for good, for a while, or, where it is wanted again, to be claimed anew. */
    void end(Item<?> item, Outcome outcome) {
        database.sql(
                        """
                        update job_item
                        set state = case when again then 'pending' else :state end,
                            outcome = case when again then null else cast(:outcome as jsonb) end,
                            attempts = case when again then 0 else attempts end,
                            due_at = case when again or not :later then clock_timestamp()
                                     else clock_timestamp() + cast(:after as interval) end,
                            again = false
                        where job_id = :job and item = :item and fence = :fence and state = 'claimed'""")
                .with("state", outcome.state())
                .withJson("outcome", outcome.after() == null ? outcome : null)
                .with("later", outcome.after() != null)
                .with(
                        "after",
                        outcome.after() == null ? "PT0S" : outcome.after().toString())
                .with("job", item.job().id())
                .with("item", item.id())
                .with("fence", item.fence())
                .update();
    }

    /** Has an item done once more: at once, or where somebody works on it, as soon as that one has ended. */
    void again(Job<?> job, UUID item) {
        database.sql(
                        """
                        insert into job_item as i (job_id, partner_id, item) values (:job, :partner, :item)
                        on conflict (job_id, item) do update
                        set again = i.state = 'claimed',
                            state = case when i.state = 'claimed' then 'claimed' else 'pending' end,
                            due_at = case when i.state = 'claimed' then i.due_at else clock_timestamp() end,
                            attempts = case when i.state = 'claimed' then i.attempts else 0 end,
                            outcome = null""")
                .with("job", job.id())
                .with("partner", job.partnerId() == null ? item : job.partnerId())
                .with("item", item)
                .update();
    }

    /** Puts items back among those to be done, if they ended in that state: one, or all (null). */
    boolean reopen(Job<?> job, UUID item, ItemState ended, String mark) {
        return database.sql(
                                """
                                update job_item
                                set state = 'pending', mark = coalesce(:mark, mark), attempts = 0, outcome = null,
                                    due_at = '-infinity'
                                where job_id = :job and state = :ended
                                  and (cast(:item as uuid) is null or item = cast(:item as uuid))""")
                        .with("mark", mark)
                        .with("job", job.id())
                        .with("ended", ended)
                        .with("item", item)
                        .update()
                > 0;
    }

    /** Whatever waits may be claimed at once. */
    void hurry(UUID job) {
        database.sql(
                        """
                        update job_item set due_at = clock_timestamp(), attempts = 0
                        where job_id = :job and state = 'pending'""")
                .with("job", job)
                .update();
    }

    /** What nobody works on is not done any more. */
    void cancelOpen(UUID job) {
        database.sql(
                        """
                        update job_item set state = 'cancelled'
                        where job_id = :job
                          and (state = 'pending' or state = 'claimed' and due_at <= clock_timestamp())""")
                .with("job", job)
                .update();
    }

    JobView.Progress progress(UUID job) {
        return database.sql(
                        """
                        select count(*) filter (where state not in ('pending', 'claimed')) as done, count(*) as total
                        from job_item where job_id = :job""")
                .with("job", job)
                .one(JobView.Progress.class);
    }

    long count(UUID job, ItemState state) {
        return database.sql("select count(*) from job_item where job_id = :job and state = :state")
                .with("job", job)
                .with("state", state)
                .one(Long.class);
    }

    Optional<StoredItem> find(UUID job, UUID item) {
        return database.sql(
                        """
                        select item, state, outcome from job_item
                        where job_id = :job and item = :item""")
                .with("job", job)
                .with("item", item)
                .first(StoredItem.class);
    }

    /** All of them, in the order they were named in. */
    List<StoredItem> all(UUID job) {
        return database.sql(
                        """
                        select item, state, outcome from job_item
                        where job_id = :job order by position, item""")
                .with("job", job)
                .list(StoredItem.class);
    }

    List<StoredItem> all(UUID job, ItemState state) {
        return database.sql(
                        """
                        select item, state, outcome from job_item
                        where job_id = :job and state = :state order by item""")
                .with("job", job)
                .with("state", state)
                .list(StoredItem.class);
    }

    List<String> keysOf(String kind, UUID item, ItemState state) {
        return database.sql(
                        """
                        select j.key from job_item i join job j on j.id = i.job_id
                        where j.kind = :kind and i.item = :item and i.partner_id = :item and i.state = :state""")
                .with("kind", kind)
                .with("item", item)
                .with("state", state)
                .list(String.class);
    }

    /** Some of them, by their ids, after that one. */
    List<StoredItem> page(UUID job, UUID after, int most) {
        return database.sql(
                        """
                        select item, state, outcome from job_item
                        where job_id = :job and item > :after order by item limit :most""")
                .with("job", job)
                .with("after", after)
                .with("most", most)
                .list(StoredItem.class);
    }
}
