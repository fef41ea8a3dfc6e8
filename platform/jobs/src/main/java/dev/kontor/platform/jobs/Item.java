package dev.kontor.platform.jobs;

import java.util.UUID;

/**
 * One item of a job, claimed by one runner.
 *
 * @param id what it is about
 * @param mark what its kind keeps with it, or null
 * @param fence rises with every claim; an older one has lost its right
 * @param attempts this one included
 */
public record Item<P>(Job<P> job, UUID id, String mark, long fence, int attempts) {

    Item<P> by(Asker who) {
        return new Item<>(job.by(who), id, mark, fence, attempts);
    }
}
