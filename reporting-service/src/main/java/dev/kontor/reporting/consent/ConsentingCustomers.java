package dev.kontor.reporting.consent;

import dev.kontor.platform.copies.CustomerAccess;
import dev.kontor.reporting.copies.KnownCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** First whether the caller sees the customer (404), then whether the customer consents (403). */
@ApplicationScoped
class ConsentingCustomers implements CustomerAccess {

    private final KnownCustomers customers;
    private final PartnerAssistance assistance;

    ConsentingCustomers(KnownCustomers customers, PartnerAssistance assistance) {
        this.customers = customers;
        this.assistance = assistance;
    }

    @Override
    public void refresh(UUID id) {
        customers.refresh(id);
    }

    @Override
    public void require(UUID id) {
        if (!assistance.isKnown(id)) {
            customers.require(id);
            assistance.require(id);
        }
    }
}
