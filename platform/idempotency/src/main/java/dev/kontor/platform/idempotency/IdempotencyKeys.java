package dev.kontor.platform.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The kept answers, in the service's own database and in the caller's transaction.
 *
 * <p>Whose they are is not written here: the table's row security compares with what the transaction says of its caller.
 */
@ApplicationScoped
class IdempotencyKeys {

    private final AgroalDataSource database;

    IdempotencyKeys(AgroalDataSource database) {
        this.database = database;
    }

    /** What a key is unique in, beside the caller. */
    record Id(String method, String path, String key) {}

    /** {@code answer} is null where it held a secret. */
    record Kept(String fingerprint, String answer) {}

    /** False while another transaction works under the same key. */
    boolean tryLock(Id id) throws SQLException {
        var sql =
                "select pg_try_advisory_xact_lock(hashtextextended(kontor.caller() || ' ' || ? || ' ' || ? || ' ' || ?, 0))";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, 1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    Optional<Kept> find(Id id) throws SQLException {
        var sql = "select fingerprint, answer from idempotency_key where method = ? and path = ? and key = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, 1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Kept(rows.getString(1), rows.getString(2))) : Optional.empty();
            }
        }
    }

    void keep(Id id, String fingerprint, String answer) throws SQLException {
        var sql = "insert into idempotency_key (fingerprint, answer, method, path, key) values (?, ?, ?, ?, ?)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, fingerprint);
            statement.setString(2, answer);
            bind(statement, 3, id);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int from, Id id) throws SQLException {
        statement.setString(from, id.method());
        statement.setString(from + 1, id.path());
        statement.setString(from + 2, id.key());
    }
}
