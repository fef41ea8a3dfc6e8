package dev.kontor.customers.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.FactConsumer;
import dev.kontor.platform.messaging.ReceivedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Takes in how accounts are billed, for when licensing-service's call after its change did not arrive. */
@ApplicationScoped
class BillingTypeFacts implements FactConsumer {

    private final LicensedAccounts accounts;
    private final ObjectMapper mapper;

    BillingTypeFacts(LicensedAccounts accounts, ObjectMapper mapper) {
        this.accounts = accounts;
        this.mapper = mapper;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.licensing.v1");
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("billing-type");
    }

    @Override
    public void on(ReceivedFact fact) {
        if (fact.isTombstone()) {
            return;
        }
        try {
            accounts.bill(UUID.fromString(fact.name()), mapper.treeToValue(fact.state(), BillingType.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a billing type", e);
        }
    }
}
