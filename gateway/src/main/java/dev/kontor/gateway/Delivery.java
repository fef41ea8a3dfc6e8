package dev.kontor.gateway;

import dev.kontor.gateway.consent.CustomerId;
import dev.kontor.gateway.consent.CustomerPlane;
import dev.kontor.gateway.consent.News;
import dev.kontor.gateway.consent.Sessions;
import dev.kontor.gateway.consent.Standings;
import dev.kontor.gateway.partnerapi.IdHeaders;
import dev.kontor.gateway.partnerapi.VendorErrors;
import dev.kontor.gateway.passports.Passports;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.gateway.proxy.Forwarder;
import dev.kontor.gateway.proxy.Forwarding;
import dev.kontor.gateway.upstream.Services;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Hands an admitted call to whoever answers it, with a passport, and notes what a write may have changed. */
@Singleton
class Delivery {

    private final Forwarder forwarder;
    private final Passports passports;
    private final Services services;
    private final OwnResources ownResources;
    private final CustomerPlane customerPlane;
    private final News news;
    private final Standings standings;
    private final Sessions sessions;
    private final EventStreams streams;
    private final VendorErrors errors;

    Delivery(
            Forwarder forwarder,
            Passports passports,
            Services services,
            OwnResources ownResources,
            CustomerPlane customerPlane,
            News news,
            Standings standings,
            Sessions sessions,
            EventStreams streams,
            VendorErrors errors) {
        this.forwarder = forwarder;
        this.passports = passports;
        this.services = services;
        this.ownResources = ownResources;
        this.customerPlane = customerPlane;
        this.news = news;
        this.standings = standings;
        this.sessions = sessions;
        this.streams = streams;
        this.errors = errors;
    }

    Future<Void> deliver(Call call) {
        if (call.route().service().equals(Route.GATEWAY)) {
            return ownResources.answer(call);
        }
        return forwarder.forward(
                call.request,
                new Forwarding(
                        service(call),
                        call.target,
                        passports.bearer(call.principal, call.grant),
                        call.trace,
                        call.from,
                        call.route().bodyLimit(),
                        call.route().customer() == Customer.IN_HEADER
                                ? IdHeaders.tenant(call.request.headers()).orElseThrow()
                                : null,
                        call.isForeign() ? errors.rewording(call.route(), call.trace) : null,
                        answer -> answered(call, answer)));
    }

    /** It may have been decided whether somebody comes in: of the caller's own partner, of the one the operator names, or at all. */
    private void decidedSubject(Call call) {
        int subject = call.route().path().indexOf("subject");
        if (subject < 0) {
            return;
        }
        var partner = call.principal.partnerId() == null
                ? call.queried("partnerId").flatMap(CustomerId::parse).orElse(Principal.VENDOR)
                : call.principal.partnerId();
        standings.changed(partner, URLDecoder.decode(call.segment(subject), StandardCharsets.UTF_8));
    }

    /** A job's id begins with the service that owns it. */
    private URI service(Call call) {
        var name = call.route().service();
        if (name.equals(Route.BY_JOB_ID)) {
            var job = call.segment(call.route().path().indexOf("jobId"));
            name = job.substring(0, Math.max(0, job.indexOf('-')));
        }
        return services.named(name).orElseThrow(Problems::notFound);
    }

    /**
     * Before the caller sees that a write was done: the news of it on Kafka may be slower than the caller's next call. Where the
     * answer does not bring them along, the owner is asked about everything the write named (api.md, "read your writes").
     */
    private void answered(Call call, HttpClientResponse answer) {
        if (EventStreams.isOne(answer)) {
            streams.begin(call);
        }
        boolean written =
                answer.statusCode() / 100 == 2 && !call.route().method().equals("GET");
        if (!written || call.route().customerPlane() || !call.route().service().equals("customers")) {
            return;
        }
        if (news.heard(answer.headers())) {
            return;
        }
        call.parameter("customerId").ifPresent(customerPlane::changed);
        call.parameter("partnerId").ifPresent(standings::changed);
        decidedSubject(call);
        int sid = call.route().path().indexOf("sid");
        if (sid >= 0) {
            sessions.changed(call.segment(sid));
        }
        // Deciding a request moves the customer who decides.
        if (call.principal.kind() == Kind.CUSTOMER) {
            customerPlane.changed(call.principal.customerId());
        }
    }
}
