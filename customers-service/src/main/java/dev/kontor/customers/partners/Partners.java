package dev.kontor.customers.partners;

import dev.kontor.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, UUID> {

    /** By name, then id. */
    List<Partner> after(PageRequest page) {
        var query = page.after(last -> find(
                        "name > ?1 or (name = ?1 and id > ?2) order by name, id",
                        last.get(0),
                        UUID.fromString(last.get(1))))
                .orElseGet(() -> find("order by name, id"));
        return query.page(Page.ofSize(page.fetch())).list();
    }
}
