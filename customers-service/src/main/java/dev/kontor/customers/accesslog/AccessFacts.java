package dev.kontor.customers.accesslog;

import dev.kontor.customers.Topics;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes in every decision the gateway recorded before its call went on (architecture decision 5). */
@ApplicationScoped
class AccessFacts implements FactConsumer {

    private final AccessLog log;

    AccessFacts(AccessLog log) {
        this.log = log;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ACCESS);
    }

    @Override
    public void on(ReceivedFact fact) {
        log.append(AccessEntry.of(fact.state()));
    }
}
