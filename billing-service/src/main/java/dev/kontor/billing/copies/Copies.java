package dev.kontor.billing.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes in what customers-service and licensing-service tell, and what they answer when asked: by the same code. */
@ApplicationScoped
class Copies implements FactConsumer {

    private static final Set<String> KINDS = Set.of("partner", "customer", "product", "licenses");

    private final Partners partners;
    private final Customers customers;
    private final Products products;
    private final Licenses licenses;
    private final Visibility visibility;
    private final ObjectMapper mapper;

    Copies(
            Partners partners,
            Customers customers,
            Products products,
            Licenses licenses,
            Visibility visibility,
            ObjectMapper mapper) {
        this.partners = partners;
        this.customers = customers;
        this.products = products;
        this.licenses = licenses;
        this.visibility = visibility;
        this.mapper = mapper;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.customers.v1", "kontor.licensing.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return KINDS.contains(kind) || visibility.concerns(kind);
    }

    @Override
    public void on(ReceivedFact fact) {
        if (visibility.concerns(fact.kind())) {
            visibility.apply(fact.key(), fact.state());
        } else if (!fact.isTombstone()) {
            apply(fact.kind(), fact.state());
        }
    }

    /** Applies an aggregate's state; runs in the caller's transaction, as worker. */
    void apply(String kind, JsonNode state) {
        switch (kind) {
            case "partner" -> partners.apply(read(state, PartnerState.class));
            case "customer" -> customers.apply(read(state, CustomerState.class));
            case "product" -> products.apply(read(state, ProductState.class));
            case "licenses" -> licenses.apply(read(state, LicensesState.class));
            default -> throw new IllegalArgumentException(kind);
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
