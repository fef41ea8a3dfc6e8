package dev.kontor.gateway;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The way of every request, as in the architecture's picture; the first step that fails is the answer. */
@Singleton
class Gateway {

    private final Reception reception;
    private final Authentication authentication;
    private final Authorization authorization;
    private final ConsentCheck consent;
    private final Delivery delivery;
    private final Refusals refusals;
    private final RequestMetrics metrics;

    Gateway(
            Reception reception,
            Authentication authentication,
            Authorization authorization,
            ConsentCheck consent,
            Delivery delivery,
            Refusals refusals,
            RequestMetrics metrics) {
        this.reception = reception;
        this.authentication = authentication;
        this.authorization = authorization;
        this.consent = consent;
        this.delivery = delivery;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    void open(@Observes Router router) {
        // Before any route a framework may have brought: nothing else answers on this port.
        router.route().order(Integer.MIN_VALUE).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var request = context.request().pause();
        var call = new Call(request);
        metrics.measure(call);
        Future.succeededFuture(call)
                .map(reception::read)
                .compose(authentication::identify)
                .compose(authorization::permit)
                .compose(consent::check)
                .compose(delivery::deliver)
                .onFailure(cause -> refusals.answer(call, cause));
    }
}
