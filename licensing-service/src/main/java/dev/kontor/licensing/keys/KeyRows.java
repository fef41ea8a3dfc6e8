package dev.kontor.licensing.keys;

import dev.kontor.licensing.keys.LicenseKeys.FoundKey;
import dev.kontor.licensing.plans.KeyGrant;
import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The keys' rows; callers find and use one through functions that see them all, since a key is no partner's yet. */
@ApplicationScoped
class KeyRows {

    private final EntityManager em;

    KeyRows(EntityManager em) {
        this.em = em;
    }

    void insert(byte[] hash, KeyGrant grant, String by, Instant at) {
        session()
                .createNativeMutationQuery(
                        """
                        insert into license_keys (hash, product, quantity, months, issued_at, issued_by)
                        values (:hash, :product, :quantity, :months, :at, :by)""")
                .setParameter("hash", hash)
                .setParameter("product", grant.product())
                .setParameter("quantity", grant.quantity())
                .setParameter("months", grant.months())
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("by", by)
                .executeUpdate();
    }

    Optional<FoundKey> find(byte[] hash) {
        List<Object[]> found = session()
                .createNativeQuery(
                        "select product, quantity, months, used from kontor.find_license_key(:hash)", Object[].class)
                .setParameter("hash", hash)
                .getResultList();
        return found.stream()
                .map(row -> new FoundKey(
                        hash, new KeyGrant((String) row[0], (Integer) row[1], (Integer) row[2]), (Boolean) row[3]))
                .findFirst();
    }

    boolean use(byte[] hash, UUID customerId, Instant at) {
        return Values.of(session(), "select kontor.use_license_key(:hash, :customer, :at)", Boolean.class)
                .setParameter("hash", hash)
                .setParameter("customer", customerId)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    private Session session() {
        return em.unwrap(Session.class);
    }
}
