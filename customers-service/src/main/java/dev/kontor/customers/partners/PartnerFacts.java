package dev.kontor.customers.partners;

import dev.kontor.customers.GatewayNews;
import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells of partners: all of it to the services, and the programs to the gateway, which reads its small topic whole. */
@ApplicationScoped
class PartnerFacts {

    private final Outbox outbox;
    private final GatewayNews gateways;

    PartnerFacts(Outbox outbox, GatewayNews gateways) {
        this.outbox = outbox;
        this.gateways = gateways;
    }

    void tell(String type, PartnerState state) {
        outbox.append(Fact.of(Topics.CUSTOMERS, key(state), type, state.id(), Map.of(), state));
        gateways.tell(toGateways(state));
    }

    /**
     * Tells that a partner is suspended or resumed, and why.
     *
     * @return done when the gateways can know
     */
    CompletableFuture<Void> tellStanding(String type, String reason, PartnerState state) {
        var event = new LinkedHashMap<String, Object>();
        event.put("reason", reason);
        outbox.append(Fact.of(Topics.CUSTOMERS, key(state), type, state.id(), event, state));
        return gateways.tellWatched(toGateways(state));
    }

    private static Fact toGateways(PartnerState state) {
        return Fact.of(
                Topics.CONSENT, key(state), "partner-programs.changed", state.id(), Map.of(), state.onlyPrograms());
    }

    private static String key(PartnerState state) {
        return "partner/" + state.id();
    }
}
