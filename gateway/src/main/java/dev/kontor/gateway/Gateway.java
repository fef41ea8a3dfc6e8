package dev.kontor.gateway;

import dev.kontor.gateway.browsers.AnswerHeaders;
import dev.kontor.gateway.browsers.Cors;
import dev.kontor.gateway.connections.Connections;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.proxy.ClientAddress;
import dev.kontor.gateway.requests.RequestRecords;
import dev.kontor.platform.web.Problems;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The way of every request, as in the architecture's picture; the first step that fails is the answer. */
@Singleton
class Gateway {

    private final Reception reception;
    private final Cors cors;
    private final Authentication authentication;
    private final Authorization authorization;
    private final ConsentCheck consent;
    private final Delivery delivery;
    private final EventStreams streams;
    private final Refusals refusals;
    private final AnswerHeaders answerHeaders;
    private final ClientAddress addresses;
    private final Connections connections;
    private final RequestRecords records;

    Gateway(
            Reception reception,
            Cors cors,
            Authentication authentication,
            Authorization authorization,
            ConsentCheck consent,
            Delivery delivery,
            EventStreams streams,
            Refusals refusals,
            AnswerHeaders answerHeaders,
            ClientAddress addresses,
            Connections connections,
            RequestRecords records) {
        this.reception = reception;
        this.cors = cors;
        this.authentication = authentication;
        this.authorization = authorization;
        this.consent = consent;
        this.delivery = delivery;
        this.streams = streams;
        this.refusals = refusals;
        this.answerHeaders = answerHeaders;
        this.addresses = addresses;
        this.connections = connections;
        this.records = records;
    }

    void open(@Observes Router router) {
        // Before any route a framework may have brought: nothing else answers on this port.
        router.route().order(Integer.MIN_VALUE).handler(this::handle).failureHandler(this::refuse);
    }

    private void handle(RoutingContext context) {
        // Quarkus knows by handlers on the response when a request is over. Ours, set through the routing context's
        // request, would take their place, and a stop would wait for requests that are long done.
        var request = QuarkusRequestWrapper.get(context.request());
        request.pause();
        if (connections.isBehindTheLast(request)) {
            return;
        }
        var call = received(request);
        earlierAnswersTaken(request.response())
                .map(taken -> reception.read(call))
                .compose(this::serve)
                .onFailure(cause -> refusals.answer(call, cause));
    }

    /** What the router refuses by itself never came to {@link #handle}: a target or a host that is none. */
    private void refuse(RoutingContext context) {
        var call = received(QuarkusRequestWrapper.get(context.request()));
        refusals.answer(
                call,
                switch (context.statusCode()) {
                    case 400 -> GatewayProblem.HEADER_NOT_ACCEPTABLE.problem().header("Connection", "close");
                    case 404 -> Problems.notFound();
                    default -> context.failure();
                });
    }

    private Call received(QuarkusRequestWrapper request) {
        connections.arrived(request);
        var call = new Call(request, addresses.of(request));
        request.addRequestDoneHandler(done -> {
            connections.over(request);
            authentication.end(call);
            streams.end(call);
            records.keep(call.finished());
        });
        request.response().headersEndHandler(going -> completeHead(call));
        return call;
    }

    /** Whoever sends request after request and reads nothing would have us keep all the answers. */
    private static Future<Void> earlierAnswersTaken(HttpServerResponse response) {
        if (!response.writeQueueFull()) {
            return Future.succeededFuture();
        }
        var taken = Promise.<Void>promise();
        response.drainHandler(drained -> taken.tryComplete());
        return taken.future();
    }

    private Future<Void> serve(Call call) {
        if (cors.isPreflight(call.request)) {
            authentication.admitNameless(call);
            return cors.answer(call.request, call.methods());
        }
        return authentication
                .identify(call)
                .compose(authorization::permit)
                .compose(consent::check)
                .compose(delivery::deliver);
    }

    private void completeHead(Call call) {
        var headers = call.request.response().headers();
        answerHeaders.add(call.request, call.trace, headers);
        if (call.allowance != null) {
            call.allowance.tell(headers);
        }
        connections.answering(call.request);
    }
}
