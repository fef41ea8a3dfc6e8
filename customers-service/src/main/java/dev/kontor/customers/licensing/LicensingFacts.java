package dev.kontor.customers.licensing;

import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the copies current. */
@ApplicationScoped
class LicensingFacts implements FactConsumer {

    private final Catalogue catalogue;
    private final LicenseSummaries summaries;

    LicensingFacts(Catalogue catalogue, LicenseSummaries summaries) {
        this.catalogue = catalogue;
        this.summaries = summaries;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.licensing.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("product") || kind.equals("licenses");
    }

    @Override
    public void on(ReceivedFact fact) {
        if (fact.isTombstone()) {
            return;
        }
        if (fact.kind().equals("product")) {
            catalogue.apply(fact.state());
        } else {
            summaries.apply(fact.state());
        }
    }
}
