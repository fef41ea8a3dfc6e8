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
    private static final String REALM = "Bearer realm=\"kontor\"";

    private final ProblemAnswers answers;
    private final VendorErrors errors;

    Refusals(ProblemAnswers answers, VendorErrors errors) {
        this.answers = answers;
        this.errors = errors;
    }

    void answer(Call call, Throwable cause) {
        var problem = problem(call, cause);
        if (call.isForeign()) {
            errors.send(call.request, problem, call.matched(), call.path(), call.trace);
        } else {
            answers.send(call.request, problem, call.path(), call.trace.id());
        }
    }

    private static Problem problem(Call call, Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof TokenMissing) {
            return unauthenticated(REALM);
        }
        if (cause instanceof TokenRefused || cause instanceof SessionEnded) {
            return unauthenticated(
                    REALM + ", error=\"invalid_token\", error_description=\"" + cause.getMessage() + "\"");
        }
        if (cause instanceof KeysUnavailable) {
            return Problems.unavailable(Duration.ofSeconds(5));
        }
        LOG.errorf(cause, "%s %s failed, trace %s", call.request.method(), call.path(), call.trace.id());
        return CommonProblem.INTERNAL_ERROR.problem();
    }

    /** With the challenge of RFC 6750, section 3. */
    private static Problem unauthenticated(String challenge) {
        return CommonProblem.UNAUTHENTICATED.problem().header("WWW-Authenticate", challenge);
    }
}
