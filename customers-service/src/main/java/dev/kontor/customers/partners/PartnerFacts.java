package dev.kontor.customers.partners;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells of partners: all of it to the services, and the programs to the gateway, which reads its small topic whole. */
@ApplicationScoped
class PartnerFacts {

    private final Outbox outbox;

    PartnerFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(String type, PartnerState state) {
        var key = "partner/" + state.id();
        outbox.append(Fact.of(Topics.CUSTOMERS, key, type, state.id(), Map.of(), state));
        outbox.append(
                Fact.of(Topics.CONSENT, key, "partner-programs.changed", state.id(), Map.of(), state.onlyPrograms()));
    }
}
