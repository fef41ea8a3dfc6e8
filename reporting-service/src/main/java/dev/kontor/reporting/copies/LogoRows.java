package dev.kontor.reporting.copies;

import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.Session;

/** The images themselves. */
@ApplicationScoped
@Transactional
class LogoRows {

    private final Session database;

    LogoRows(Session database) {
        this.database = database;
    }

    Optional<byte[]> find(String hash) {
        return Values.of(database, "select image from logos where hash = :hash", byte[].class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    boolean has(String hash) {
        return hash != null
                && !Values.of(database, "select 1 from logos where hash = :hash", Integer.class)
                        .setParameter("hash", hash)
                        .getResultList()
                        .isEmpty();
    }

    void keep(String hash, byte[] image) {
        database.createNativeMutationQuery(
                        "insert into logos (hash, image) values (:hash, :image) on conflict do nothing")
                .setParameter("hash", hash)
                .setParameter("image", image)
                .executeUpdate();
    }
}
