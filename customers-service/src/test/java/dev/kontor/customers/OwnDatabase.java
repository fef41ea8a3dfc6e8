package dev.kontor.customers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database past the service: as its owner, for whom no row security counts, or as its login role. */
public final class OwnDatabase {

    private OwnDatabase() {}

    public static Connection asOwner() throws SQLException {
        return connect("quarkus.flyway");
    }

    public static Connection asLoginRole() throws SQLException {
        return connect("quarkus.datasource");
    }

    public static int change(String sql, Object... values) throws SQLException {
        try (var connection = asOwner();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** What only the owner can do: change rows that a trigger keeps immutable. */
    public static int tamper(String table, String sql, Object... values) throws SQLException {
        try (var connection = asOwner()) {
            connection.setAutoCommit(false);
            try (var switching = connection.createStatement();
                    var statement = connection.prepareStatement(sql)) {
                switching.execute("alter table " + table + " disable trigger user");
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                var changed = statement.executeUpdate();
                switching.execute("alter table " + table + " enable trigger user");
                connection.commit();
                return changed;
            }
        }
    }

    /** The first column of what the owner finds. */
    public static List<String> read(String sql, Object... values) throws SQLException {
        try (var connection = asOwner();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static Connection connect(String prefix) throws SQLException {
        var config = ConfigProvider.getConfig();
        var login = new Properties();
        login.setProperty("user", config.getValue(prefix + ".username", String.class));
        login.setProperty("password", config.getValue(prefix + ".password", String.class));
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), login);
    }
}
