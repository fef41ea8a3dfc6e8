package dev.kontor.reporting.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows {@code kontor.licensing.v1}: customers' licences, and what products are called. */
@ApplicationScoped
class LicensingFacts implements FactConsumer {

    private final LicenseCopies copies;
    private final ObjectMapper mapper;

    LicensingFacts(LicenseCopies copies, ObjectMapper mapper) {
        this.copies = copies;
        this.mapper = mapper;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.licensing.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("licenses") || kind.equals("product");
    }

    @Override
    public void on(ReceivedFact fact) {
        if (fact.isTombstone()) {
            return;
        }
        if (fact.kind().equals("licenses")) {
            copies.apply(read(fact.state(), LicensesState.class));
        } else {
            copies.apply(read(fact.state(), ProductState.class));
        }
    }

    private <T> T read(JsonNode state, Class<T> type) {
        try {
            return mapper.treeToValue(state, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }
}
