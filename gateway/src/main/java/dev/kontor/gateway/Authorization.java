package dev.kontor.gateway;

import dev.kontor.gateway.partnerapi.IdHeaders;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Refusal;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Asks whether the headers name whom they must, whether the partner is suspended, then the policy: role, programme, scope. */
@Singleton
class Authorization {

    private final Policy policy;
    private final ConsentCheck consent;
    private final ProtectedResource resource;

    Authorization(Policy policy, ConsentCheck consent, ProtectedResource resource) {
        this.policy = policy;
        this.consent = consent;
        this.resource = resource;
    }

    Future<Call> permit(Call call) {
        IdHeaders.require(call.route(), call.request.headers(), call.principal);
        if (call.standing.suspended() && !call.route().openWhileSuspended()) {
            return consent.refuse(call, CommonProblem.PARTNER_SUSPENDED.problem());
        }
        call.grant = policy.grant(call.principal, call.standing.programs());
        return policy.refuse(call.route(), call.principal, call.grant)
                .map(refusal -> consent.<Call>refuse(call, problem(call, refusal)))
                .orElseGet(() -> Future.succeededFuture(call));
    }

    private Problem problem(Call call, Refusal refusal) {
        var problem = refusal.reason().problem(refusal.needed());
        return refusal.reason() == GatewayProblem.SCOPE_REQUIRED
                ? problem.header(
                        "WWW-Authenticate",
                        resource.challenge(
                                call.request, "error=\"insufficient_scope\", scope=\"" + refusal.needed() + "\""))
                : problem;
    }
}
