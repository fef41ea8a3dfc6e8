package dev.kontor.reporting.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows {@code kontor.customers.v1}: customers, partners, and who may see whom. */
@ApplicationScoped
class CustomerFacts implements FactConsumer {

    private final CustomerCopies copies;
    private final Visibility visibility;
    private final ObjectMapper mapper;

    CustomerFacts(CustomerCopies copies, Visibility visibility, ObjectMapper mapper) {
        this.copies = copies;
        this.visibility = visibility;
        this.mapper = mapper;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.customers.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("customer") || kind.equals("partner") || visibility.concerns(kind);
    }

    @Override
    public void on(ReceivedFact fact) {
        if (visibility.concerns(fact.kind())) {
            visibility.apply(fact.key(), fact.state());
        } else if (!fact.isTombstone()) {
            if (fact.kind().equals("customer")) {
                copies.apply(read(fact.state(), CustomerState.class));
            } else {
                copies.apply(read(fact.state(), PartnerState.class));
            }
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
