package dev.kontor.customers.partners;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.text.Folding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, UUID> {

    private final Database database;

    Partners(Database database) {
        this.database = database;
    }

    /** Keeps others from deciding something of the partner until the transaction ends. */
    Optional<Partner> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By name, then id. */
    List<Partner> after(PageRequest page) {
        var query = page.after(last -> find(
                        "sortName > ?1 or (sortName = ?1 and id > ?2) order by sortName, id",
                        last.get(0),
                        UUID.fromString(last.get(1))))
                .orElseGet(() -> find("order by sortName, id"));
        return query.page(Page.ofSize(page.fetch())).list();
    }

    /** A partner as far as it is folded. */
    record Folded(UUID id, String name) {}

    /** Some that were folded otherwise than now, held; those another replica holds are passed over. */
    List<Folded> foldedOtherwise(int most) {
        return database.sql(
                        """
                        select id, name from partner where folding < :version limit :most for update skip locked""")
                .with("version", Folding.VERSION)
                .with("most", most)
                .list(Folded.class);
    }

    void fold(Folded partner) {
        database.sql("update partner set sort_name = :sortName, folding = :version where id = :id")
                .with("sortName", Folding.of(partner.name()))
                .with("version", Folding.VERSION)
                .with("id", partner.id())
                .update();
    }
}
