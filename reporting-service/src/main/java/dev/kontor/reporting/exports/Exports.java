package dev.kontor.reporting.exports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Exports implements PanacheRepositoryBase<Export, UUID> {}
