package dev.kontor.platform.idempotency;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The kept answers, in the service's own database and in the caller's transaction.
 *
 * <p>Whose they are is not written here: the table's row security compares with what the transaction says of its caller.
 */
@ApplicationScoped
class IdempotencyKeys {

    private final Database database;

    IdempotencyKeys(Database database) {
        this.database = database;
    }

    /** What a key is unique in, beside the caller. */
    record Id(String method, String path, String key) {}

    /** {@code answer} is null where it held a secret. */
    record Kept(String fingerprint, String answer) {}

    /** False while another transaction works under the same key. */
    boolean tryLock(Id id) {
        return database.sql(
                        """
                        select pg_try_advisory_xact_lock(
                            hashtextextended(kontor.caller() || ' ' || :method || ' ' || :path || ' ' || :key, 0))""")
                .with(id)
                .one(Boolean.class);
    }

    Optional<Kept> find(Id id) {
        return database.sql(
                        """
                        select fingerprint, answer from idempotency_key
                        where method = :method and path = :path and key = :key""")
                .with(id)
                .first(Kept.class);
    }

    void keep(Id id, String fingerprint, String answer) {
        database.sql(
                        """
                        insert into idempotency_key (method, path, key, fingerprint, answer)
                        values (:method, :path, :key, :fingerprint, :answer)""")
                .with(id)
                .with("fingerprint", fingerprint)
                .with("answer", answer)
                .update();
    }
}
