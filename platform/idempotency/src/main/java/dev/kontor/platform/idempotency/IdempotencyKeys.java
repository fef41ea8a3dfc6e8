package dev.kontor.platform.idempotency;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

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

    /**
     * What is known of an answer.
     *
     * @param answer null where it is not kept
     * @param location where what came of it is found, or null
     */
    record Kept(String fingerprint, String answer, String location) {}

    /**
     * A try at a key.
     *
     * @param mine false while another transaction works under the same key
     * @param tenant whose answers are counted together; null of the vendor's callers
     */
    record Lock(boolean mine, UUID tenant) {}

    Lock tryLock(Id id) {
        return database.sql(
                        """
                        select pg_try_advisory_xact_lock(hashtextextended(
                                kontor.caller() || ' ' || :method || ' ' || :path || ' ' || :key, 0)) as mine,
                            coalesce(kontor.partner_id(), kontor.customer_id()) as tenant""")
                .with(id)
                .one(Lock.class);
    }

    /** How many of the caller's tenant are kept, up to {@code most}. */
    int count(int most) {
        return database.sql("select kontor.kept_answers(:most)")
                .with("most", most)
                .one(Long.class)
                .intValue();
    }

    /** Forgets those of the caller's tenant that are older than a day. */
    void forgetOld() {
        database.sql("select kontor.forget_answers_of_tenant()").exists();
    }

    Optional<Kept> find(Id id) {
        return database.sql(
                        """
                        select fingerprint, answer, location from idempotency_key
                        where method = :method and path = :path and key = :key""")
                .with(id)
                .first(Kept.class);
    }

    /** Where what came of a request is found whose answer is not kept: known once that has been made. */
    @Transactional
    void locate(Id id, String location) {
        database.sql(
                        """
                        update idempotency_key set location = :location
                        where method = :method and path = :path and key = :key""")
                .with(id)
                .with("location", location)
                .update();
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
