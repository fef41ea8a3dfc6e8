package dev.kontor.reporting.copies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Every customer's consent as it was last told; an older state never replaces a newer one. */
@ApplicationScoped
@Transactional
class ConsentRows {

    private final Session database;

    ConsentRows(Session database) {
        this.database = database;
    }

    /** A customer's row is found by the customer alone, since it changes its partner. */
    void keep(ConsentState told) {
        database.createNativeMutationQuery(
                        """
                        insert into consents (partner_id, customer_id, granted, expires_at, grant_id, version)
                        values (:partner, :customer, :granted, :expiresAt, :grant, :version)
                        on conflict (customer_id) do update
                        set partner_id = excluded.partner_id, granted = excluded.granted,
                            expires_at = excluded.expires_at, grant_id = excluded.grant_id,
                            version = excluded.version
                        where consents.version <= excluded.version""")
                .setParameter("partner", told.partnerId())
                .setParameter("customer", told.customerId())
                .setParameter("granted", told.isOn())
                .setParameter("expiresAt", told.expiresAt(), Instant.class)
                .setParameter("grant", told.grant(), UUID.class)
                .setParameter("version", told.version())
                .executeUpdate();
    }

    /** As the worker: whatever was told. */
    Optional<ConsentState> find(UUID customerId) {
        return first(
                """
                select customer_id, partner_id, granted, expires_at, grant_id, version
                from consents where customer_id = :customer""",
                customerId);
    }

    /** As a partner: the consent of a customer it sees. */
    Optional<ConsentState> findOfVisible(UUID customerId) {
        return first(
                """
                select c.customer_id, c.partner_id, c.granted, c.expires_at, c.grant_id, c.version
                from consents c join customers on customers.id = c.customer_id where c.customer_id = :customer""",
                customerId);
    }

    private Optional<ConsentState> first(String query, UUID customerId) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("customer", customerId)
                .getResultStream()
                .map(row -> new ConsentState(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, Boolean.class) ? "on" : "off",
                        row.get(3, Instant.class),
                        row.get(4, UUID.class),
                        row.get(5, Long.class)))
                .findFirst();
    }
}
