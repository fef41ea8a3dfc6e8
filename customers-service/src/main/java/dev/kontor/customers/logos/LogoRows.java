package dev.kontor.customers.logos;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Logos as rows: the owner is a partner or a customer. */
@ApplicationScoped
class LogoRows {

    private final Session database;

    LogoRows(Session database) {
        this.database = database;
    }

    Optional<LogoImage> of(UUID ownerId) {
        return first("select png, hash from logo where owner_id = ?1", ownerId);
    }

    Optional<LogoImage> byHash(String hash) {
        return first("select png, hash from logo where hash = ?1 limit 1", hash);
    }

    void write(UUID partnerId, UUID ownerId, UUID customerId, LogoImage logo, Instant now) {
        database.createNativeMutationQuery(
                        """
                        insert into logo (partner_id, owner_id, customer_id, hash, png, updated_at)
                        values (?1, ?2, cast(?3 as uuid), ?4, ?5, ?6)
                        on conflict (partner_id, owner_id)
                            do update set hash = excluded.hash, png = excluded.png, updated_at = excluded.updated_at""")
                .setParameter(1, partnerId)
                .setParameter(2, ownerId)
                .setParameter(3, customerId == null ? null : customerId.toString())
                .setParameter(4, logo.hash())
                .setParameter(5, logo.png())
                .setParameter(6, now)
                .executeUpdate();
    }

    boolean remove(UUID ownerId) {
        return database.createNativeMutationQuery("delete from logo where owner_id = ?1")
                        .setParameter(1, ownerId)
                        .executeUpdate()
                > 0;
    }

    private Optional<LogoImage> first(String sql, Object value) {
        return database.createNativeQuery(sql, Object[].class).setParameter(1, value).getResultList().stream()
                .findFirst()
                .map(row -> new LogoImage((byte[]) row[0], (String) row[1]));
    }
}
