package dev.kontor.platform.jobs;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One kind of long work, as a feature contributes it: what is done to one item of a job.
 *
 * @param <P> what a job of this kind is to do to all of its items, kept as JSON
 */
public interface JobKind<P> {

    /** The status of whatever is away for a while. */
    int UNAVAILABLE = 503;

    /** As callers read it. */
    String code();

    Class<P> parameters();

    /** What whoever asked needs when an item's turn comes. */
    default Needs needs(P parameters) {
        return Needs.NOTHING;
    }

    /** In the transaction in which a job begins: adds the items that were not there as it was asked for. */
    default void begin(Job<P> job) {
        // Most know their items from the start.
    }

    /** Outside any transaction, before some items that were claimed together are performed one by one. */
    default void claimed(Job<P> job, List<UUID> items) {
        // Most need nothing for several of them.
    }

    /**
     * Does it to one item, outside any transaction, as whoever asked or, where nobody did, as the worker. It may be done
     * again: a runner can die before the item's end has committed.
     *
     * @return what belongs into the worker's transaction in which the item ends
     * @throws Problem what the item is refused with; 503 where it is to be tried again
     */
    Ending perform(Item<P> item);

    /** What becomes of an item that could not be performed; a refusal is final, anything else is tried again for a while. */
    default Outcome failed(Item<P> item, RuntimeException failure) {
        var refusal = failure instanceof Problem problem && problem.status() != UNAVAILABLE;
        if (!refusal && item.attempts() < 10) {
            return Outcome.later(Duration.ofSeconds(2));
        }
        return failure instanceof Problem problem
                ? Outcome.refused(problem)
                : Outcome.failed(CommonProblem.INTERNAL_ERROR.code());
    }

    /** After a job has ended, outside any transaction. */
    default void finished(Job<P> job) {
        // Most have nobody to tell.
    }

    /** What came of a job that has ended, as callers read it. */
    Object result(Job<P> job);

    /** How many runners of one process may be at one partner's jobs of this kind at once. */
    default int runners() {
        return 1;
    }

    /** How many items a runner claims at once. */
    default int handful() {
        return 1;
    }

    /** How long a runner has for what it claimed, before another may take it over. */
    default Duration lease() {
        return Duration.ofSeconds(30);
    }

    /** Whether jobs stay for good once they have ended. */
    default boolean isKept() {
        return false;
    }
}
