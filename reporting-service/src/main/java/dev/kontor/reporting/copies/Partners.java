package dev.kontor.reporting.copies;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, UUID> {}
