package dev.kontor.gateway;

import dev.kontor.gateway.consent.CustomerPlane;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.tokens.SessionEnded;
import dev.kontor.platform.web.Problem;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Lets partners into a customer's account with its consent only, and everyone else into their own. */
@Singleton
class ConsentCheck {

    private final CustomerPlane customerPlane;
    private final NamedCustomer namedCustomer;

    ConsentCheck(CustomerPlane customerPlane, NamedCustomer namedCustomer) {
        this.customerPlane = customerPlane;
        this.namedCustomer = namedCustomer;
    }

    Future<Call> check(Call call) {
        return switch (call.principal.kind()) {
            case LAUNCHED -> enter(call);
            case PARTNER -> call.route().customerPlane() ? enter(call) : Future.succeededFuture(call);
            case CUSTOMER ->
                call.route().customer() == Customer.NONE
                        ? Future.succeededFuture(call)
                        : namedCustomer.of(call).map(own -> call);
            case OPERATOR, REPORTER, ANONYMOUS -> Future.succeededFuture(call);
        };
    }

    /**
     * Always fails: a launched session that is over hears that its customer withdrew consent (domain.md, rule 14), or else
     * only that it is over.
     */
    <T> Future<T> ended(Call call) {
        var refusal = call.match instanceof RouteMatch.Found
                ? namedCustomer.of(call).compose(customer -> customerPlane.refuseWhereOff(call.attempt(customer)))
                : Future.<Void>succeededFuture();
        return refusal.transform(told -> Future.failedFuture(
                told.cause() instanceof Problem problem && problem.status() == 403 ? problem : new SessionEnded()));
    }

    /** Always fails with the problem; a partner's refused try at a customer's account is recorded, too (domain.md, rule 15). */
    <T> Future<T> refuse(Call call, Problem problem) {
        if (!call.principal.kind().actsForPartner()
                || !(call.match instanceof RouteMatch.Found)
                || !call.route().customerPlane()) {
            return Future.failedFuture(problem);
        }
        return namedCustomer
                .of(call)
                .compose(customer -> customerPlane.refused(call.attempt(customer), problem.code()))
                .transform(recorded -> Future.failedFuture(problem));
    }

    private Future<Call> enter(Call call) {
        return namedCustomer
                .of(call)
                .compose(customer -> customerPlane.enter(call.attempt(customer)))
                .map(entered -> call);
    }
}
