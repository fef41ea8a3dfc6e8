package dev.kontor.gateway.consent;

import dev.kontor.gateway.consent.ConsentState.PartnerPrograms;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What partners' own records say of their programmes. */
@Singleton
public class Partners {

    private final ConsentState state;
    private final Owner owner;

    Partners(ConsentState state, Owner owner) {
        this.state = state;
        this.owner = owner;
    }

    /**
     * The partner's programmes, from memory also while that is old: a programme opens a product, not an account. Empty
     * where there is no such partner.
     */
    public Future<Optional<Set<String>>> programs(UUID partner) {
        var known = state.programs(partner);
        if (known.isPresent() && !state.partnersInDoubt.about(partner)) {
            return Future.succeededFuture(known.map(PartnerPrograms::programs));
        }
        var ticket = state.partnersInDoubt.ticket(partner);
        return owner.partner(partner).transform(answer -> {
            if (answer.failed()) {
                return Future.failedFuture(Problems.unavailable(Duration.ofSeconds(1)));
            }
            state.partnersInDoubt.settle(partner, ticket);
            return Future.succeededFuture(
                    answer.result().map(told -> state.keep(partner, told)).map(PartnerPrograms::programs));
        });
    }

    /** The partner's record was written: memory may be behind it. */
    public void changed(UUID partner) {
        state.partnersInDoubt.raise(partner);
    }
}
