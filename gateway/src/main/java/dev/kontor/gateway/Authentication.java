package dev.kontor.gateway;

import dev.kontor.gateway.consent.Sessions;
import dev.kontor.gateway.consent.Standing;
import dev.kontor.gateway.consent.Standings;
import dev.kontor.gateway.limits.Limits;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.tokens.AccessToken;
import dev.kontor.gateway.tokens.SessionEnded;
import dev.kontor.gateway.tokens.TokenMissing;
import dev.kontor.gateway.tokens.TokenRefused;
import dev.kontor.gateway.tokens.Tokens;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out whom a request speaks for; only then does anyone hear whether what they asked for exists. */
@Singleton
class Authentication {

    private final Tokens tokens;
    private final Standings standings;
    private final Sessions sessions;
    private final ConsentCheck consent;
    private final Limits limits;

    Authentication(Tokens tokens, Standings standings, Sessions sessions, ConsentCheck consent, Limits limits) {
        this.tokens = tokens;
        this.standings = standings;
        this.sessions = sessions;
        this.consent = consent;
        this.limits = limits;
    }

    Future<Call> identify(Call call) {
        return principal(call).map(principal -> {
            call.principal = principal;
            if (call.match instanceof RouteMatch.OtherMethods known) {
                throw CommonProblem.METHOD_NOT_ALLOWED.problem().header("Allow", String.join(", ", known.allowed()));
            }
            if (call.match instanceof RouteMatch.Unknown) {
                throw Problems.notFound();
            }
            return call;
        });
    }

    private Future<Principal> principal(Call call) {
        if (call.match instanceof RouteMatch.Found found && found.route().audience() == Audience.ANONYMOUS) {
            admitNameless(call);
            return Future.succeededFuture(Principal.ANONYMOUS);
        }
        var headers = call.request.headers();
        var known = tokens.known(headers);
        if (known != null) {
            return admit(call, known);
        }
        // Whoever shows bad token after bad token costs us a verification each; at some point we no longer look.
        if (limits.isExhausted(call.from)) {
            admitNameless(call);
        }
        return tokens.authenticate(headers).compose(token -> admit(call, token), cause -> {
            if (cause instanceof TokenMissing || cause instanceof TokenRefused) {
                admitNameless(call);
            }
            return Future.failedFuture(cause);
        });
    }

    /** Counts a request that does not say who is calling for its address; throws 429 where that is too much. */
    void admitNameless(Call call) {
        call.allowance = limits.take(call.from);
        Limits.require(call.allowance);
    }

    private Future<Principal> admit(Call call, AccessToken token) {
        var principal = token.principal();
        call.token = token;
        call.principal = principal;
        call.allowance = limits.take(principal);
        Limits.require(call.allowance);
        begin(call, principal);
        return standings
                .of(principal, call.lastKnown())
                .compose(known -> unlessShutOut(call, known))
                .compose(admitted -> admitted.kind() == Kind.LAUNCHED
                        ? whileRunning(call, admitted)
                        : Future.succeededFuture(admitted));
    }

    private Future<Principal> unlessShutOut(Call call, Optional<Standing> known) {
        call.standing = known.orElseThrow(() -> new TokenRefused("The token's partner does not exist"));
        if (call.standing.hasEnded(call.token.issuedAt())) {
            throw new SessionEnded();
        }
        return call.standing.blocked()
                ? consent.refuse(call, CommonProblem.SUBJECT_BLOCKED.problem())
                : Future.succeededFuture(call.principal);
    }

    private void begin(Call call, Principal principal) {
        // Its token may have taken longer than its caller waited: then nobody would end it.
        if (!call.isOver()) {
            if (!limits.begin(principal)) {
                throw Limits.tooMuch(1);
            }
            call.counted = principal;
        }
    }

    /** The request is over, and makes room for another of the same caller. */
    void end(Call call) {
        call.end();
        if (call.counted != null) {
            limits.end(call.counted);
        }
    }

    private Future<Principal> whileRunning(Call call, Principal principal) {
        return sessions.running(principal.session())
                .compose(running -> running ? Future.succeededFuture(principal) : consent.ended(call));
    }
}
