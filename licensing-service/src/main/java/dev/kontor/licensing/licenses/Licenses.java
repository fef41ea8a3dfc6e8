package dev.kontor.licensing.licenses;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Licenses implements PanacheRepositoryBase<License, UUID> {

    List<License> ofCustomer(UUID customerId) {
        return list("customerId", customerId);
    }

    List<License> ofCustomers(Collection<UUID> customerIds) {
        return list("customerId in ?1", customerIds);
    }
}
