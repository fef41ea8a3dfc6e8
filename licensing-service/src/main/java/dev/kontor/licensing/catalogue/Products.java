package dev.kontor.licensing.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
class Products implements PanacheRepositoryBase<Product, String> {

    List<Product> page(ProductFilter filter, String afterCode, int max) {
        var where = "code > ?1 and (?2 is null or category = ?2) and (?3 is null or monthly = ?3) order by code";
        return find(where, afterCode, filter.category(), filter.monthly())
                .page(0, max)
                .list();
    }

    long count(ProductFilter filter) {
        return count(
                "(?1 is null or category = ?1) and (?2 is null or monthly = ?2)", filter.category(), filter.monthly());
    }

    /** Those whose event was never written, such as rows of a migration; two starting replicas take turns. */
    List<Product> unannounced() {
        return find("not announced order by code")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
