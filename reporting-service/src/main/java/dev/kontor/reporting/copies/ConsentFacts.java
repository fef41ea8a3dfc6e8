package dev.kontor.reporting.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows {@code kontor.consent.v1}: which customers let their partner act. */
@ApplicationScoped
class ConsentFacts implements FactConsumer {

    private final ConsentRows rows;
    private final ObjectMapper mapper;

    ConsentFacts(ConsentRows rows, ObjectMapper mapper) {
        this.rows = rows;
        this.mapper = mapper;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.consent.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("consent");
    }

    @Override
    public void on(ReceivedFact fact) {
        if (fact.isTombstone()) {
            return;
        }
        try {
            rows.keep(mapper.treeToValue(fact.state(), ConsentState.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a consent", e);
        }
    }
}
