package dev.kontor.gateway.consent;

import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Which launched sessions were ended before their token was. */
@Singleton
public class Sessions {

    private final ConsentState state;
    private final Owner owner;

    Sessions(ConsentState state, Owner owner) {
        this.state = state;
        this.owner = owner;
    }

    /** Whether the session goes on; asks the owner where memory is old, and fails with 503 where that is silent. */
    public Future<Boolean> running(String sid) {
        if (state.hasEnded(sid)) {
            return Future.succeededFuture(false);
        }
        if (state.isFresh() && !state.sessionsInDoubt.about(sid)) {
            return Future.succeededFuture(true);
        }
        var ticket = state.sessionsInDoubt.ticket(sid);
        return owner.sessionEnded(sid).transform(answer -> {
            if (answer.failed()) {
                return Future.failedFuture(Problems.unavailable(Duration.ofSeconds(1)));
            }
            if (answer.result()) {
                state.ended(sid);
            }
            state.sessionsInDoubt.settle(sid, ticket);
            return Future.succeededFuture(!answer.result());
        });
    }

    /** The session may just have been ended through this gateway. */
    public void changed(String sid) {
        state.sessionsInDoubt.raise(sid);
    }
}
