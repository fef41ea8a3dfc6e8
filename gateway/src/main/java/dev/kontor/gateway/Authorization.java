package dev.kontor.gateway;

import dev.kontor.gateway.consent.CustomerPlane;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Refusal;
import dev.kontor.platform.web.Problem;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Asks the policy: role, programme, scope, in this order. */
@Singleton
class Authorization {

    private final Policy policy;
    private final CustomerPlane customerPlane;
    private final NamedCustomer namedCustomer;

    Authorization(Policy policy, CustomerPlane customerPlane, NamedCustomer namedCustomer) {
        this.policy = policy;
        this.customerPlane = customerPlane;
        this.namedCustomer = namedCustomer;
    }

    Future<Call> permit(Call call) {
        call.grant = policy.grant(call.principal, call.programs);
        return policy.refuse(call.route(), call.principal, call.grant)
                .map(refusal -> refuse(call, refusal))
                .orElseGet(() -> Future.succeededFuture(call));
    }

    /** A partner's refused try at a customer's account stands in the access log too (domain.md, rule 15). */
    private Future<Call> refuse(Call call, Refusal refusal) {
        var problem = problem(refusal);
        if (!call.principal.kind().actsForPartner() || !call.route().customerPlane()) {
            return Future.failedFuture(problem);
        }
        return namedCustomer
                .of(call)
                .compose(customer -> customerPlane.refused(
                        call.attempt(customer), refusal.reason().code()))
                .transform(recorded -> Future.failedFuture(problem));
    }

    private static Problem problem(Refusal refusal) {
        var problem = refusal.reason().problem(refusal.needed());
        return refusal.reason() == GatewayProblem.SCOPE_REQUIRED
                ? problem.header(
                        "WWW-Authenticate",
                        "Bearer realm=\"kontor\", error=\"insufficient_scope\", scope=\"" + refusal.needed() + "\"")
                : problem;
    }
}
