package dev.kontor.gateway;

import dev.kontor.gateway.consent.Sessions;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.tokens.SessionEnded;
import dev.kontor.gateway.tokens.Tokens;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Finds out whom a request speaks for; only then does anyone hear whether what they asked for exists. */
@Singleton
class Authentication {

    private final Tokens tokens;
    private final Sessions sessions;

    Authentication(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    Future<Call> identify(Call call) {
        return principal(call).map(principal -> {
            call.principal = principal;
            if (call.match instanceof RouteMatch.OtherMethods known) {
                throw Problem.of(405, "method-not-allowed").header("Allow", String.join(", ", known.allowed()));
            }
            if (call.match instanceof RouteMatch.Unknown) {
                throw Problems.notFound();
            }
            return call;
        });
    }

    private Future<Principal> principal(Call call) {
        if (call.match instanceof RouteMatch.Found found && found.route().audience() == Audience.ANONYMOUS) {
            return Future.succeededFuture(Principal.ANONYMOUS);
        }
        return tokens.authenticate(call.request.headers())
                .compose(principal -> principal.kind() == Kind.LAUNCHED
                        ? whileRunning(principal)
                        : Future.succeededFuture(principal));
    }

    private Future<Principal> whileRunning(Principal principal) {
        return sessions.running(principal.session()).map(running -> {
            if (!running) {
                throw new SessionEnded();
            }
            return principal;
        });
    }
}
