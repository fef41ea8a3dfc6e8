package dev.kontor.reporting.dashboards;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CustomDashboards implements PanacheRepositoryBase<CustomDashboard, UUID> {

    /** A customer's, oldest first: ids are ordered by time. */
    List<CustomDashboard> of(UUID customerId) {
        return list("customerId = ?1 order by id", customerId);
    }

    Optional<CustomDashboard> find(UUID customerId, UUID id) {
        return find("customerId = ?1 and id = ?2", customerId, id).firstResultOptional();
    }
}
