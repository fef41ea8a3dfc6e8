package dev.kontor.billing.invoicing;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All versions of all partners' invoicing data; none is changed or removed. */
@ApplicationScoped
public class Buyers {

    private final Database database;

    Buyers(Database database) {
        this.database = database;
    }

    /** Empty where the partner has given none. */
    public Optional<Buyer> find(UUID partnerId) {
        return database.sql(
                        """
                        select partner_id, version, data from partner_invoicing
                        where partner_id = :partner order by version desc limit 1""")
                .with("partner", partnerId)
                .first(Buyer.class);
    }

    /** The version of that moment, or the first one where that came later. */
    public Optional<Buyer> find(UUID partnerId, Instant at) {
        return database.sql(
                        """
                        select partner_id, version, data from partner_invoicing
                        where partner_id = :partner
                        order by created_at > :at, case when created_at > :at then -version else version end desc limit 1""")
                .with("partner", partnerId)
                .with("at", at)
                .first(Buyer.class);
    }

    /** Refuses a version that another call added first. */
    void add(Buyer buyer, String by, Instant at) {
        var added = database.sql(
                        """
                        insert into partner_invoicing (partner_id, version, data, created_at, created_by)
                        values (:partner, :version, :data, :at, :by) on conflict do nothing""")
                .with("partner", buyer.partnerId())
                .with("version", buyer.version())
                .withJson("data", buyer.data())
                .with("at", at)
                .with("by", by)
                .update();
        if (added == 0) {
            throw Problems.versionConflict();
        }
    }
}
