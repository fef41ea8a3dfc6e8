package dev.kontor.customers.crm;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CrmConnections implements PanacheRepositoryBase<CrmConnection, UUID> {

    Optional<CrmConnection> of(UUID partnerId) {
        return find("partnerId", partnerId).firstResultOptional();
    }
}
