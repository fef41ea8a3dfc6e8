package dev.kontor.gateway.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.gateway.consent.ConsentState.Actor;
import dev.kontor.gateway.consent.ConsentState.SubjectAccess;
import dev.kontor.gateway.policy.Principal;
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
 * Who is shut out, and what the record of its partner says (domain.md, rule 40; architecture decision 15).
 *
 * <p>Memory says it while its news are new. Where they are old the owner is asked, once for each subject in
 * {@link #REMEMBERED}; without an answer what only reads goes on for {@link #LAST_KNOWN} by what was known.
 */
@Singleton
public class Standings {

    static final Duration REMEMBERED = Duration.ofSeconds(3);
    public static final Duration LAST_KNOWN = Duration.ofSeconds(60);
    /** Where going on by something old does less harm than not going on. */
    public static final Duration HOWEVER_OLD = Duration.ofDays(36_500);

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
     * What holds of a caller; empty where there is no such partner, which is asked each time, since it may be new. Fails with
     * 503 where nobody can say.
     *
     * @param lastKnown how old what was last known may be for the call to go on by it
     */
    public Future<Optional<Standing>> of(Principal caller, Duration lastKnown) {
        var actor = Actor.of(caller);
        var doubtful = state.partnersInDoubt.about(actor.partner())
                || state.actorsInDoubt.about(actor)
                || state.actorsInDoubt.about(actor.everywhere());
        var held = held(actor);
        if (held.isPresent() && state.isFresh() && !doubtful) {
            return Future.succeededFuture(held);
        }
        // Others may wait for the same answer, each in a context of its own.
        Promise<Optional<Standing>> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
        ask(actor).onComplete(answer);
        return answer.future()
                .recover(cause -> held.isPresent() && !doubtful && state.isKnownWithin(lastKnown)
                        ? Future.succeededFuture(held)
                        : Future.failedFuture(Problems.unavailable(RETRY_AFTER)));
    }

    /** What memory says, for what goes on after its request was let in; empty where that is too old to go by. */
    public Optional<Standing> lastKnown(Principal caller) {
        return state.isKnownWithin(LAST_KNOWN) ? held(Actor.of(caller)) : Optional.empty();
    }

    private Optional<Standing> held(Actor actor) {
        var everywhere = state.access(actor.everywhere());
        return actor.actsForPartner()
                ? state.partner(actor.partner()).map(partner -> Standing.of(partner, state.access(actor), everywhere))
                : Optional.of(Standing.of(everywhere));
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
        var everywhere = actor.everywhere();
        var ofSubject = state.actorsInDoubt.ticket(everywhere);
        if (!actor.actsForPartner()) {
            return owner.subject(actor.subject()).map(told -> {
                state.actorsInDoubt.settle(everywhere, ofSubject);
                return Optional.of(Standing.of(kept(everywhere, told)));
            });
        }
        var ofPartner = state.partnersInDoubt.ticket(actor.partner());
        var ofActor = state.actorsInDoubt.ticket(actor);
        return owner.partner(actor.partner(), actor.subject()).map(known -> {
            state.partnersInDoubt.settle(actor.partner(), ofPartner);
            state.actorsInDoubt.settle(actor, ofActor);
            known.ifPresent(told -> state.actorsInDoubt.settle(everywhere, ofSubject));
            return known.map(told -> Standing.of(
                    state.keep(actor.partner(), told.partner()),
                    kept(actor, told.access()),
                    kept(everywhere, told.everywhere())));
        });
    }

    private SubjectAccess kept(Actor actor, Optional<SubjectAccess> told) {
        return told.map(access -> state.keep(actor, access)).orElseGet(() -> state.access(actor));
    }

    /** The partner's record was written: memory may be behind it. */
    public void changed(UUID partner) {
        state.partnersInDoubt.raise(partner);
        forgetAnswers("partner/" + partner);
    }

    /** It was decided whether a subject may come in, of that partner or, where it is the vendor, at all: memory may be behind it. */
    public void changed(UUID partner, String subject) {
        state.actorsInDoubt.raise(new Actor(partner, subject));
        forgetAnswers("subject/" + partner + "/" + subject);
    }

    /** What the owner answered is older than what is known of that key now. */
    void forgetAnswers(String key) {
        answers.asMap()
                .keySet()
                .removeIf(actor -> key.equals("partner/" + actor.partner())
                        || (key.startsWith("subject/") && key.endsWith("/" + actor.subject())));
    }
}
