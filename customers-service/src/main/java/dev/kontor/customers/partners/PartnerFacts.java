package dev.kontor.customers.partners;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.messaging.Relay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells of partners: all of it to the services, and the programs to the gateway, which reads its small topic whole. */
@ApplicationScoped
class PartnerFacts {

    private final Outbox outbox;
    private final Relay relay;

    PartnerFacts(Outbox outbox, Relay relay) {
        this.outbox = outbox;
        this.relay = relay;
    }

    void tell(String type, PartnerState state) {
        outbox.append(Fact.of(Topics.CUSTOMERS, key(state), type, state.id(), Map.of(), state));
        outbox.append(toGateways(state));
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
        var toGateways = toGateways(state);
        var told = relay.watch(toGateways);
        outbox.append(toGateways);
        return told;
    }

    private static Fact toGateways(PartnerState state) {
        return Fact.of(
                Topics.CONSENT, key(state), "partner-programs.changed", state.id(), Map.of(), state.onlyPrograms());
    }

    private static String key(PartnerState state) {
        return "partner/" + state.id();
    }
}
