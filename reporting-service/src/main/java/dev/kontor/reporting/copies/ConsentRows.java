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

    Optional<ConsentState> find(UUID customerId) {
        return database.createNativeQuery(
                        """
                        select customer_id, partner_id, granted, expires_at, grant_id, version
                        from consents where customer_id = :customer""",
                        Tuple.class)
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
