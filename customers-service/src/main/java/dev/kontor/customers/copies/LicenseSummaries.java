package dev.kontor.customers.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.CustomerTouched;
import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each customer's licences in short, as the list shows them; derived data, at most two seconds old. */
@ApplicationScoped
public class LicenseSummaries {

    /** A term licence without an end, should there ever be one, never lets go. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Set<String> PROTECTING = Set.of("active", "expiring", "trial");

    private final Database database;
    private final Owners owners;
    private final Event<CustomerTouched> touched;
    private final Clock clock;

    LicenseSummaries(Database database, Owners owners, Event<CustomerTouched> touched, Clock clock) {
        this.database = database;
        this.owners = owners;
        this.touched = touched;
        this.clock = clock;
    }

    /**
     * What is needed of the state of a customer's licences.
     *
     * @param categories kept and shown as they are
     */
    record State(UUID customerId, String status, JsonNode categories, List<License> licenses, long version) {

        record License(String product, String type, String status, @Nullable Instant endAt) {}

        /** What protects the customer now. */
        private String[] products() {
            return licenses.stream()
                    .filter(license -> PROTECTING.contains(license.status()))
                    .map(License::product)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        }

        private Optional<Instant> termEndsAt() {
            return licenses.stream()
                    .filter(license ->
                            license.type().equals("term") && !license.status().equals("revoked"))
                    .map(license -> Objects.requireNonNullElse(license.endAt(), NEVER))
                    .max(Comparator.naturalOrder());
        }
    }

    @Produces
    Copy<State> licenses() {
        return new Copy<>("kontor.licensing.v1", "licenses", State.class, this::apply);
    }

    /**
     * Asks licensing-service what a customer has now, for answers that must not be behind; outside any transaction. Licences
     * nobody there has heard of are none.
     *
     * @return false where it could not be asked: the copy is as old as the last event
     */
    public boolean refresh(UUID customerId) {
        return Owners.patiently(() -> owners.askForLicenses(customerId));
    }

    /** The latest end of a term licence of the customer that was not revoked; empty without one. */
    public Optional<Instant> termEndsAt(UUID customerId) {
        return database.sql("select term_ends_at from license_summary where customer_id = :customer")
                .with("customer", customerId)
                .first(Instant.class);
    }

    /** Whose the customer is, is our own to know: it may have moved since. */
    private void apply(State state) {
        var changed = database.sql(
                        """
                        insert into license_summary
                            (partner_id, customer_id, status, categories, products, version, term_ends_at)
                        select c.partner_id, c.id, :status, cast(:categories as jsonb), cast(:products as text[]), :version,
                               cast(:end as timestamptz)
                        from customer c where c.id = :customer
                        on conflict (customer_id) do update set partner_id = excluded.partner_id,
                            status = excluded.status, categories = excluded.categories, products = excluded.products,
                            version = excluded.version,
                            term_ends_at = excluded.term_ends_at
                        where license_summary.version < excluded.version
                           or license_summary.version = excluded.version and license_summary.products is null""")
                .with("customer", state.customerId())
                .with("status", state.status())
                .withJson("categories", state.categories())
                .with("products", state.products())
                .with("version", state.version())
                .with("end", state.termEndsAt().orElse(null))
                .update();
        if (changed > 0) {
            // What a list row shows changed, so scripts that sync by updatedSince must see the row again.
            touched.fire(new CustomerTouched(state.customerId(), clock.instant()));
        }
    }
}
