package dev.kontor.licensing.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows {@code kontor.customers.v1}: customers, and who may see which. */
@ApplicationScoped
class CustomerFacts implements FactConsumer {

    private static final String CUSTOMER = "customer";

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
        return kind.equals(CUSTOMER) || visibility.concerns(kind);
    }

    @Override
    public void on(ReceivedFact fact) {
        if (visibility.concerns(fact.kind())) {
            visibility.apply(fact.key(), fact.state());
        } else if (!fact.isTombstone()) {
            // Only the state counts: compaction may have taken the record that said "created".
            copies.apply(read(fact.state()));
        }
    }

    private CustomerState read(JsonNode state) {
        try {
            return mapper.treeToValue(state, CustomerState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the state of a customer", e);
        }
    }
}
