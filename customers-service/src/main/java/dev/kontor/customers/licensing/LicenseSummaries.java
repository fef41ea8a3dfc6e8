package dev.kontor.customers.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.database.Values;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Each customer's licences in short, as the list shows them; derived data, at most two seconds old. */
@ApplicationScoped
public class LicenseSummaries {

    private static final Logger LOG = Logger.getLogger(LicenseSummaries.class);
    private static final int NOT_FOUND = 404;

    /** A term licence without an end, should there ever be one, never lets go. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Session database;
    private final LicensingClient licensing;
    private final Clock clock;

    LicenseSummaries(Session database, @RestClient LicensingClient licensing, Clock clock) {
        this.database = database;
        this.licensing = licensing;
        this.clock = clock;
    }

    /**
     * Asks licensing-service what a customer has now, for answers that must not be behind; outside any transaction.
     *
     * @return false where it could not be asked: the copy is as old as the last event
     */
    public boolean refresh(UUID customerId) {
        try {
            var state = licensing.licenses(customerId);
            RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(() -> apply(state)));
            return true;
        } catch (WebApplicationException refused) {
            // Licences nobody there has heard of are none.
            return refused.getResponse().getStatus() == NOT_FOUND;
        } catch (ProcessingException away) {
            LOG.warnf("The licences of %s could not be asked for: %s", customerId, away.getMessage());
            return false;
        }
    }

    /** The latest end of a term licence of the customer that was not revoked; empty without one. */
    public Optional<Instant> termEndsAt(UUID customerId) {
        return Values.of(
                        database,
                        "select term_ends_at from license_summary where customer_id = ?1 and term_ends_at is not null",
                        Instant.class)
                .setParameter(1, customerId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Applies a {@code licenses/…} record; an older one never overwrites a newer. Whose the customer is, is our own to
     * know: it may have moved since.
     */
    void apply(JsonNode state) {
        var customer = UUID.fromString(state.path("customerId").asText());
        var changed = database.createNativeMutationQuery(
                        """
                        insert into license_summary
                            (partner_id, customer_id, status, categories, version, term_ends_at)
                        select c.partner_id, c.id, ?2, cast(?3 as jsonb), ?4, cast(?5 as timestamptz)
                        from customer c where c.id = ?1
                        on conflict (customer_id) do update set partner_id = excluded.partner_id,
                            status = excluded.status, categories = excluded.categories, version = excluded.version,
                            term_ends_at = excluded.term_ends_at
                        where license_summary.version < excluded.version""")
                .setParameter(1, customer)
                .setParameter(2, state.path("status").asText())
                .setParameter(3, state.path("categories").toString())
                .setParameter(4, state.path("version").asLong())
                .setParameter(
                        5,
                        termEnd(state.path("licenses")).map(Instant::toString).orElse(null))
                .executeUpdate();
        if (changed > 0) {
            // What a list row shows changed, so scripts that sync by updatedSince must see the row again.
            database.createNativeMutationQuery("update customer set updated_at = ?1 where id = ?2")
                    .setParameter(1, clock.instant())
                    .setParameter(2, customer)
                    .executeUpdate();
        }
    }

    private static Optional<Instant> termEnd(JsonNode licenses) {
        return StreamSupport.stream(licenses.spliterator(), false)
                .filter(license -> license.path("type").asText().equals("term"))
                .filter(license -> !license.path("status").asText().equals("revoked"))
                .map(license -> license.path("endAt").asText(null))
                .map(end -> end == null ? NEVER : Instant.parse(end))
                .max(Comparator.naturalOrder());
    }
}
