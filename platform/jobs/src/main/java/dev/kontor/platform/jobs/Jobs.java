package dev.kontor.platform.jobs;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs for the features that have long work to do; everything here is part of their transactions. */
@ApplicationScoped
@Transactional
public class Jobs {

    /** Before every item. */
    public static final UUID FIRST = new UUID(0, 0);

    private static final String RETRY_AFTER = "10";

    private final JobRows rows;
    private final JobItems items;
    private final JobsConfig config;
    private final Caller caller;
    private final Event<JobsAdded> added;

    Jobs(JobRows rows, JobItems items, JobsConfig config, Caller caller, Event<JobsAdded> added) {
        this.rows = rows;
        this.items = items;
        this.config = config;
        this.caller = caller;
        this.added = added;
    }

    /** A job the caller asks for. Its partner may have a bounded number of them at once. */
    public <P> Job<P> ask(JobKind<P> kind, P parameters) {
        if (rows.openOfThePartner() >= config.open()) {
            throw CommonProblem.TOO_MANY_JOBS.problem(config.open()).header("Retry-After", RETRY_AFTER);
        }
        var id = Ids.next();
        rows.add(id, kind.code(), caller.partnerId(), Asker.of(caller), null, parameters);
        added.fire(new JobsAdded());
        return find(kind, id).orElseThrow();
    }

    /** The one such job of that partner (null for the vendor), which nobody asks for by name; there is one from now on. */
    public <P> Job<P> one(JobKind<P> kind, UUID partnerId, String key, P parameters) {
        rows.add(Ids.next(), kind.code(), partnerId, null, key, parameters);
        added.fire(new JobsAdded());
        return find(kind, partnerId, key).orElseThrow();
    }

    public void add(Job<?> job, Collection<UUID> ids) {
        items.add(job, ids, null);
    }

    /** Items with what the kind wants to know of each of them. */
    public void add(Job<?> job, Collection<UUID> ids, String mark) {
        items.add(job, ids, mark);
    }

    public <P> Optional<Job<P>> find(JobKind<P> kind, UUID id) {
        return rows.find(id).filter(stored -> stored.kind().equals(kind.code())).map(stored -> rows.of(kind, stored));
    }

    public <P> Optional<Job<P>> find(JobKind<P> kind, UUID partnerId, String key) {
        return rows.find(kind.code(), partnerId, key).map(stored -> rows.of(kind, stored));
    }

    /** All jobs of a kind that there is one of each, by key. */
    public <P> List<Job<P>> all(JobKind<P> kind) {
        return rows.all(kind.code()).stream()
                .map(stored -> rows.of(kind, stored))
                .toList();
    }

    /** The last key there is a job of that kind for. */
    public Optional<String> latestKey(JobKind<?> kind) {
        return rows.latestKey(kind.code());
    }

    /** The keys of the jobs in which an item has that state. */
    public List<String> keysOf(JobKind<?> kind, UUID item, ItemState state) {
        return items.keysOf(kind.code(), item, state);
    }

    /** Has an item done, once more if it was: as soon as whoever works on it has ended. */
    public void again(Job<?> job, UUID item) {
        rows.open(job.id());
        items.again(job, item);
    }

    /** Has an item that is held back done after all; false where it is not held. */
    public boolean release(Job<?> job, UUID item, String mark) {
        rows.hold(job.id());
        var released = items.reopen(job, item, ItemState.HELD, mark);
        if (released) {
            rows.open(job.id());
            added.fire(new JobsAdded());
        }
        return released;
    }

    /** Takes up what was called off. */
    public void resume(Job<?> job) {
        rows.open(job.id());
        items.reopen(job, null, ItemState.CANCELLED, null);
        added.fire(new JobsAdded());
    }

    /** Nothing of a job is begun for that long. */
    public void rest(Job<?> job, Duration pause) {
        rows.rest(job.id(), pause);
    }

    /** Nothing of a job is begun until it is told to hurry. */
    public void stop(Job<?> job) {
        rows.restFrom(job.id(), true);
    }

    /** Whatever of a job waits may be begun at once. */
    public void hurry(Job<?> job) {
        rows.restFrom(job.id(), false);
        items.hurry(job.id());
        added.fire(new JobsAdded());
    }

    /** Whether an item that is being worked on was asked for again meanwhile. */
    public boolean isWantedAgain(Item<?> item) {
        return items.isWantedAgain(item);
    }

    public JobView.Progress progress(Job<?> job) {
        return items.progress(job.id());
    }

    public long count(Job<?> job, ItemState state) {
        return items.count(job.id(), state);
    }

    public Optional<StoredItem> item(Job<?> job, UUID item) {
        return items.find(job.id(), item);
    }

    /** What became of the items, in the order they were named in. */
    public List<StoredItem> items(Job<?> job) {
        return items.all(job.id());
    }

    /** Those that have that state. */
    public List<StoredItem> items(Job<?> job, ItemState state) {
        return items.all(job.id(), state);
    }

    /** What became of some items, by their ids. */
    public List<StoredItem> page(Job<?> job, UUID after, int most) {
        return items.page(job.id(), after, most);
    }
}
