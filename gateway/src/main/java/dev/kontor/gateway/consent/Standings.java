package dev.kontor.gateway.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.gateway.consent.ConsentState.Actor;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Who of a partner is shut out, and what its record says (domain.md, rule 40; architecture decision 15).
 *
 * <p>Memory says it while its news are new. Where they are old the owner is asked, once for each subject in
 * {@link #REMEMBERED}; without an answer what only reads goes on for {@link #LAST_KNOWN} by what was known.
 */
@Singleton
public class Standings {

    static final Duration REMEMBERED = Duration.ofSeconds(3);
    static final Duration LAST_KNOWN = Duration.ofSeconds(60);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final ConsentState state;
    private final Owner owner;
    private final Cache<Actor, Future<Optional<Standing>>> answers = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            // Its upkeep is less than waking a thread for it.
            .executor(Runnable::run)
            .build();

    Standings(Vertx vertx, ConsentState state, Owner owner) {
        this.vertx = vertx;
        this.state = state;
        this.owner = owner;
    }

    /**
     * What holds of a subject and its partner; empty where there is no such partner, which is asked each time, since it may
     * be new. Fails with 503 where nobody can say.
     *
     * @param readsOnly whether the call may go on by what was last known
     */
    public Future<Optional<Standing>> of(UUID partner, String subject, boolean readsOnly) {
        var actor = new Actor(partner, subject);
        var doubtful = state.partnersInDoubt.about(partner) || state.actorsInDoubt.about(actor);
        var held = held(actor);
        if (held.isPresent() && state.isFresh() && !doubtful) {
            return Future.succeededFuture(held);
        }
        // Others may wait for the same answer, each in a context of its own.
        Promise<Optional<Standing>> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
        ask(actor).onComplete(answer);
        return answer.future()
                .recover(cause -> readsOnly && held.isPresent() && !doubtful && state.isKnownWithin(LAST_KNOWN)
                        ? Future.succeededFuture(held)
                        : Future.failedFuture(Problems.unavailable(RETRY_AFTER)));
    }

    /** What memory says, for what goes on after its request was let in; empty where that is too old to go by. */
    public Optional<Standing> lastKnown(UUID partner, String subject) {
        return state.isKnownWithin(LAST_KNOWN) ? held(new Actor(partner, subject)) : Optional.empty();
    }

    private Optional<Standing> held(Actor actor) {
        return state.partner(actor.partner()).map(partner -> Standing.of(partner, state.access(actor)));
    }

    private Future<Optional<Standing>> ask(Actor actor) {
        var asked = answers.getIfPresent(actor);
        if (asked != null) {
            return asked;
        }
        var answer = askOwner(actor);
        answers.put(actor, answer);
        // Only while news are old is an answer worth more than the next one; what is unknown may be new.
        answer.onComplete(done -> {
            if (state.isFresh() || (done.succeeded() && done.result().isEmpty())) {
                answers.asMap().remove(actor, answer);
            }
        });
        return answer;
    }

    private Future<Optional<Standing>> askOwner(Actor actor) {
        var ofPartner = state.partnersInDoubt.ticket(actor.partner());
        var ofActor = state.actorsInDoubt.ticket(actor);
        return owner.partner(actor.partner(), actor.subject()).map(known -> {
            state.partnersInDoubt.settle(actor.partner(), ofPartner);
            state.actorsInDoubt.settle(actor, ofActor);
            return known.map(told -> Standing.of(
                    state.keep(actor.partner(), told.partner()),
                    told.access().map(access -> state.keep(actor, access)).orElseGet(() -> state.access(actor))));
        });
    }

    /** The partner's record was written: memory may be behind it. */
    public void changed(UUID partner) {
        state.partnersInDoubt.raise(partner);
        answers.asMap().keySet().removeIf(actor -> actor.partner().equals(partner));
    }

    /** It was decided whether a subject may come in: memory may be behind it. */
    public void changed(UUID partner, String subject) {
        var actor = new Actor(partner, subject);
        state.actorsInDoubt.raise(actor);
        answers.invalidate(actor);
    }
}
