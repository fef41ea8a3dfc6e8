package dev.kontor.reporting.exports;

import dev.kontor.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Exports implements PanacheRepositoryBase<Export, UUID> {

    private final Database database;

    Exports(Database database) {
        this.database = database;
    }

    /** Whether the partner made as many in the last 24 hours of real time, which ids are ordered by. */
    boolean isQuotaReached(UUID partnerId, int most) {
        return database.sql(
                        """
                        select count(*) >= :most from (
                            select from exports
                            where partner_id = :partner and id > uuidv7(interval '-1 day')
                            limit :most) made""")
                .with("partner", partnerId)
                .with("most", most)
                .one(Boolean.class);
    }
}
