package dev.kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Creates a service's database and roles on a PostgreSQL server, as its superuser; repeating it changes nothing but passwords. */
public record ServiceDatabase(int port, String superuser, String superuserPassword) {

    // Two test processes may create the same roles at once; CREATE ROLE has no IF NOT EXISTS.
    private static final long LOCK = 0x6b6f6e746f72L;

    /** The JDBC URL of a service's database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates database {@code service}, its owner, its login role and the five roles it may take on. */
    public void create(String service, String ownerPassword, String appPassword) {
        requireWord(service);
        requireWord(ownerPassword);
        requireWord(appPassword);
        try (var cluster = connect("postgres");
                var statement = cluster.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute(script("/db/roles.sql", service, ownerPassword, appPassword));
            if (!exists(cluster, service)) {
                statement.execute("create database " + service + " owner " + service + "_owner");
            }
            try (var database = connect(service);
                    var inside = database.createStatement()) {
                inside.execute(script("/db/database.sql", service, ownerPassword, appPassword));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + service + ": " + e.getMessage(), e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser, superuserPassword);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static String script(String resource, String service, String ownerPassword, String appPassword) {
        try (var in = ServiceDatabase.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${service}", service)
                    .replace("${owner_password}", ownerPassword)
                    .replace("${app_password}", appPassword);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What goes into the scripts as text is a plain word, so nothing needs quoting.
    private static void requireWord(String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new IllegalArgumentException("Names and passwords of databases are plain words");
        }
    }
}
