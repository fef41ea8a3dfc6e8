package dev.kontor.licensing.keys;

import dev.kontor.licensing.keys.LicenseKeys.FoundKey;
import dev.kontor.licensing.plans.KeyGrant;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The keys' rows; callers find and use one through functions that see them all, since a key is no partner's yet. */
@ApplicationScoped
class KeyRows {

    private final Database database;

    KeyRows(Database database) {
        this.database = database;
    }

    void insert(byte[] hash, KeyGrant grant, String by, Instant at) {
        database.sql(
                        """
                        insert into license_keys (hash, product, quantity, months, issued_at, issued_by)
                        values (:hash, :product, :quantity, :months, :at, :by)""")
                .with(grant)
                .with("hash", hash)
                .with("at", at)
                .with("by", by)
                .update();
    }

    Optional<FoundKey> find(byte[] hash) {
        return database.sql("select product, quantity, months, used from kontor.find_license_key(:hash)")
                .with("hash", hash)
                .first(row -> new FoundKey(
                        hash,
                        new KeyGrant(row.text("product"), (int) row.number("quantity"), (int) row.number("months")),
                        row.flag("used")));
    }

    boolean use(byte[] hash, UUID customerId, Instant at) {
        return database.sql("select kontor.use_license_key(:hash, :customer, :at)")
                .with("hash", hash)
                .with("customer", customerId)
                .with("at", at)
                .one(Boolean.class);
    }
}
