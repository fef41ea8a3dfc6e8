package dev.kontor.platform.jobs;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of working on jobs, each one transaction: a crash between any two of them loses nothing and repeats no end. */
@ApplicationScoped
@Transactional
class JobSteps {

    private final JobRows rows;
    private final JobItems items;
    private final JobKinds kinds;
    private final JobsConfig config;
    private final Instance<PresentStanding> standings;

    JobSteps(JobRows rows, JobItems items, JobKinds kinds, JobsConfig config, Instance<PresentStanding> standings) {
        this.rows = rows;
        this.items = items;
        this.kinds = kinds;
        this.config = config;
        this.standings = standings;
    }

    /** What a runner is to do next: a job, and what of it was claimed; nothing of one that has still to begin. */
    record Work<P>(JobKind<P> kind, Job<P> job, List<Item<P>> items) {

        Turn turn() {
            return Turn.of(kind.code(), job);
        }
    }

    Optional<Work<?>> next(Collection<Turn> full) {
        return rows.next(kinds.codes(), full).map(stored -> claim(kinds.of(stored.kind()), stored));
    }

    private <P> Work<P> claim(JobKind<P> kind, JobRows.Stored stored) {
        var job = rows.of(kind, stored);
        rows.served(job.id(), Turn.of(kind.code(), job));
        var later = job.state() == JobState.QUEUED || kind instanceof TogetherKind;
        return new Work<>(kind, job, later ? List.of() : items.claim(job, kind.handful(), kind.lease()));
    }

    /** How many runners of this process such a turn may have. */
    int runners(Turn turn) {
        return kinds.of(turn.kind()).runners();
    }

    <P> void begin(JobKind<P> kind, Job<P> job) {
        if (rows.begin(job.id())) {
            kind.begin(job);
        }
    }

    /**
     * Who asked, with the programs its partner is in by now.
     *
     * @throws Problem where it, or its partner, is shut out by now (domain.md, rule 40)
     */
    Asker asker(Job<?> job) {
        var asker = job.asker();
        return standings.stream()
                .findFirst()
                .map(present -> present.of(job.partnerId(), asker.subject()))
                .map(now -> admitted(job, now))
                .map(now -> now.programs() == null ? asker : asker.in(now.programs()))
                .orElse(asker);
    }

    private static PresentStanding.Standing admitted(Job<?> job, PresentStanding.Standing now) {
        if (now.suspended()) {
            throw CommonProblem.PARTNER_SUSPENDED.problem();
        }
        if (now.blocked()) {
            throw CommonProblem.SUBJECT_BLOCKED.problem();
        }
        if (now.sessionsEndedAt() != null && !job.askedAt().isAfter(now.sessionsEndedAt())) {
            throw CommonProblem.UNAUTHENTICATED.problem();
        }
        return now;
    }

    /** Claims, performs and ends some items and commits them together; false where none was left. */
    <P> boolean together(TogetherKind<P> kind, Job<P> job) {
        Map<Item<P>, TogetherKind.Prepared> prepared = new LinkedHashMap<>();
        var weight = 0;
        var next = items.claimAfter(job, Jobs.FIRST, kind.lease());
        while (next.isPresent()) {
            var ready = kind.prepare(next.get());
            prepared.put(next.get(), ready);
            weight += ready.weight();
            next = weight < kind.together() ? items.claimAfter(job, next.get().id(), kind.lease()) : Optional.empty();
        }
        prepared.forEach((item, ready) -> items.end(item, ready.end()));
        return !prepared.isEmpty();
    }

    <P> List<Item<P>> claim(JobKind<P> kind, Job<P> job) {
        return items.claim(job, 1, kind.lease());
    }

    <P> Optional<Item<P>> claim(JobKind<P> kind, Job<P> job, UUID item) {
        return items.claimOne(job, item, kind.lease());
    }

    /** What the item leads to and the end of its claim commit together, or not at all. */
    void end(Item<?> item, Ending ending) {
        ending.lockFirst();
        if (items.lock(item)) {
            items.end(item, ending.end());
        }
    }

    void rest(Job<?> job, Duration pause) {
        rows.rest(job.id(), pause);
    }

    List<UUID> unended() {
        rows.openLeft();
        return rows.unended(kinds.codes());
    }

    /**
     * Ends a job of which nothing is left; a second end changes nothing. It is locked by a statement of its own: one that had
     * waited for it would still look at the items as they were before one was taken up again.
     */
    boolean finish(UUID id) {
        if (!rows.mayEnd(id) || !rows.lock(id)) {
            return false;
        }
        var cancelling = rows.find(id).orElseThrow().cancelling();
        if (cancelling) {
            items.cancelOpen(id);
        }
        return rows.finish(id);
    }

    void removeOld() {
        rows.removeOld(kinds.forgotten(), config.keep());
    }
}
