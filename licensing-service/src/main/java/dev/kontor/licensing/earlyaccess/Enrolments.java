package dev.kontor.licensing.earlyaccess;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Enrolments implements PanacheRepositoryBase<Enrolment, UUID> {

    /** The programs a customer is in. */
    List<Enrolment> running(UUID customerId) {
        return list("customerId = ?1 and endedAt is null order by program", customerId);
    }

    Optional<Enrolment> running(UUID customerId, String program) {
        return find("customerId = ?1 and program = ?2 and endedAt is null", customerId, program)
                .firstResultOptional();
    }
}
