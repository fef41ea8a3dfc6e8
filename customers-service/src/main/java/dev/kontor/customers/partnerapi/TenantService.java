package dev.kontor.customers.partnerapi;

import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads tenants as the caller sees them. */
@ApplicationScoped
@Transactional
class TenantService {

    private final TenantRows rows;

    TenantService(TenantRows rows) {
        this.rows = rows;
    }

    /** @param total how many there are in all; null where nobody asked */
    record Part(List<Tenant> tenants, Long total) {}

    Part page(int page, int size, boolean counting) {
        return new Part(rows.page(page, size), counting ? rows.count() : null);
    }

    Tenant get(UUID id) {
        return rows.one(id).orElseThrow(Problems::notFound);
    }

    String country(UUID id) {
        return rows.country(id).orElseThrow(Problems::notFound);
    }
}
