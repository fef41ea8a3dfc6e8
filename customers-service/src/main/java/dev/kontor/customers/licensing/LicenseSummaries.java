package dev.kontor.customers.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/** Each customer's licences in short, as the list shows them; derived data, at most two seconds old. */
@ApplicationScoped
class LicenseSummaries {

    private final Session database;
    private final Clock clock;

    LicenseSummaries(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Applies a {@code licenses/…} record; an older one never overwrites a newer. */
    void apply(JsonNode state) {
        var customer = UUID.fromString(state.path("customerId").asText());
        var changed = database.createNativeMutationQuery(
                        """
                        insert into license_summary (partner_id, customer_id, status, categories, version)
                        values (?1, ?2, ?3, cast(?4 as jsonb), ?5)
                        on conflict (customer_id) do update set partner_id = excluded.partner_id,
                            status = excluded.status, categories = excluded.categories, version = excluded.version
                        where license_summary.version < excluded.version""")
                .setParameter(1, UUID.fromString(state.path("partnerId").asText()))
                .setParameter(2, customer)
                .setParameter(3, state.path("status").asText())
                .setParameter(4, state.path("categories").toString())
                .setParameter(5, state.path("version").asLong())
                .executeUpdate();
        if (changed > 0) {
            // What a list row shows changed, so scripts that sync by updatedSince must see the row again.
            database.createNativeMutationQuery("update customer set updated_at = ?1 where id = ?2")
                    .setParameter(1, clock.instant())
                    .setParameter(2, customer)
                    .executeUpdate();
        }
    }
}
