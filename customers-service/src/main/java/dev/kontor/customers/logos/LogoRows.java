package dev.kontor.customers.logos;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Logos as rows: the owner is a partner or a customer. */
@ApplicationScoped
class LogoRows {

    private final Database database;

    LogoRows(Database database) {
        this.database = database;
    }

    Optional<LogoImage> of(UUID ownerId) {
        return database.sql("select png, hash from logo where owner_id = :owner")
                .with("owner", ownerId)
                .first(LogoImage.class);
    }

    Optional<LogoImage> byHash(String hash) {
        return database.sql("select png, hash from logo where hash = :hash limit 1")
                .with("hash", hash)
                .first(LogoImage.class);
    }

    void write(UUID partnerId, UUID ownerId, UUID customerId, LogoImage logo, Instant now) {
        database.sql(
                        """
                        insert into logo (partner_id, owner_id, customer_id, hash, png, updated_at)
                        values (:partner, :owner, :customer, :hash, :png, :now)
                        on conflict (partner_id, owner_id)
                            do update set hash = excluded.hash, png = excluded.png, updated_at = excluded.updated_at""")
                .with("partner", partnerId)
                .with("owner", ownerId)
                .with("customer", customerId)
                .with("hash", logo.hash())
                .with("png", logo.png())
                .with("now", now)
                .update();
    }

    boolean remove(UUID ownerId) {
        return database.sql("delete from logo where owner_id = :owner")
                        .with("owner", ownerId)
                        .update()
                > 0;
    }
}
