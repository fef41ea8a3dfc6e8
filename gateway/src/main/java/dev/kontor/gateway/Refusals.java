package dev.kontor.gateway;

import dev.kontor.gateway.partnerapi.VendorErrors;
import dev.kontor.gateway.problems.ProblemAnswers;
import dev.kontor.gateway.tokens.KeysUnavailable;
import dev.kontor.gateway.tokens.SessionEnded;
import dev.kontor.gateway.tokens.TokenMissing;
import dev.kontor.gateway.tokens.TokenRefused;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Turns whatever stopped a call into the problem its caller reads. */
@Singleton
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final ProblemAnswers answers;
    private final VendorErrors errors;
    private final ProtectedResource resource;

    Refusals(ProblemAnswers answers, VendorErrors errors, ProtectedResource resource) {
        this.answers = answers;
        this.errors = errors;
        this.resource = resource;
    }

    void answer(Call call, Throwable cause) {
        var problem = problem(call, cause);
        if (call.isForeign()) {
            errors.send(call.request, problem, call.matched(), call.path(), call.trace);
        } else {
            answers.send(call.request, problem, call.path(), call.trace.id());
        }
    }

    private Problem problem(Call call, Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof TokenMissing) {
            return unauthenticated(call, "");
        }
        if (cause instanceof TokenRefused || cause instanceof SessionEnded) {
            return unauthenticated(call, "error=\"invalid_token\", error_description=\"" + cause.getMessage() + "\"");
        }
        if (cause instanceof KeysUnavailable) {
            return Problems.unavailable(Duration.ofSeconds(5));
        }
        LOG.errorf(cause, "%s %s failed, trace %s", call.request.method(), call.path(), call.trace.id());
        return CommonProblem.INTERNAL_ERROR.problem();
    }

    private Problem unauthenticated(Call call, String wrong) {
        return CommonProblem.UNAUTHENTICATED
                .problem()
                .header("WWW-Authenticate", resource.challenge(call.request, wrong));
    }
}
