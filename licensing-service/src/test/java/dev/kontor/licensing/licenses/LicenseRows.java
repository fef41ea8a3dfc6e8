package dev.kontor.licensing.licenses;

import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.web.Ids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows of a past that no call of today makes, and transactions in any database role. */
@ApplicationScoped
class LicenseRows {

    @Inject
    AgroalDataSource database;

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    UUID customer(UUID partner, String accountType) {
        var id = Ids.next();
        as("worker", null, null, true, connection -> {
            execute(connection, "insert into customers values (?, ?, ?, 1)", partner, id, accountType);
            execute(connection, "insert into license_accounts values (?, ?, 0, null, ?, 0)", partner, id, accountType);
            return id;
        });
        return id;
    }

    UUID license(UUID partner, UUID customer, Term term, Instant startAt) {
        var id = Ids.next();
        var sql =
                """
                insert into licenses (partner_id, id, customer_id, product, category, type, start_at, end_at, revoked)
                values (?, ?, ?, 'mdr-complete', 'MDR', ?, ?, ?, ?)""";
        return as("worker", null, null, true, connection -> {
            execute(
                    connection,
                    sql,
                    partner,
                    id,
                    customer,
                    term.type().name(),
                    time(startAt),
                    time(term.endAt()),
                    term.revoked());
            return id;
        });
    }

    /** Works in a transaction as that role; only what the role's policies let through is there. */
    <T> T as(String role, UUID partner, String subject, boolean all, Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                set(connection, "kontor.partner_id", partner == null ? "" : partner.toString());
                set(connection, "kontor.subject", subject == null ? "" : subject);
                set(connection, "kontor.all", all ? "t" : "f");
                set(connection, "role", "licensing_" + role);
                return work.in(connection);
            }
        });
    }

    static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
