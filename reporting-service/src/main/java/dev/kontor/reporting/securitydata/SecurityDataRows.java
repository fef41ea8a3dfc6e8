package dev.kontor.reporting.securitydata;

import dev.kontor.platform.database.Database;
import dev.kontor.reporting.figures.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The posted figures. */
@ApplicationScoped
class SecurityDataRows {

    private final Database database;

    SecurityDataRows(Database database) {
        this.database = database;
    }

    record Stored(Instant asOf, Figures figures) {}

    /** Whatever arrives last, what was true last stays. */
    void put(UUID partnerId, UUID customerId, String source, Instant asOf, Figures figures) {
        database.sql(
                        """
                        insert into security_data (partner_id, customer_id, source, as_of, figures)
                        values (:partner, :customer, :source, :asOf, :figures)
                        on conflict (partner_id, customer_id, source) do update
                        set as_of = excluded.as_of, figures = excluded.figures
                        where security_data.as_of <= excluded.as_of""")
                .with("partner", partnerId)
                .with("customer", customerId)
                .with("source", source)
                .with("asOf", asOf)
                .withJson("figures", figures)
                .update();
    }

    Optional<Stored> find(UUID customerId, String source) {
        return database.sql(
                        "select as_of, figures from security_data where customer_id = :customer and source = :source")
                .with("customer", customerId)
                .with("source", source)
                .first(Stored.class);
    }
}
