package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kontor.local.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a consumer made of an event: the row of its copy holds the values of the contract's fields. */
final class Kept {

    private Kept() {}

    /** {@code column=field} each; the first one finds the row. */
    static void check(Contract told, String table, String... columns) {
        var row =
                await().until(() -> row(table, column(columns[0]), value(told, columns[0])), found -> !found.isNull());
        Arrays.stream(columns).forEach(column -> assertThat(plain(row.required(column(column))))
                .as(table + ": " + column)
                .isEqualTo(plain(value(told, column))));
    }

    private static String column(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static JsonNode value(Contract told, String pair) {
        var field = pair.substring(pair.indexOf('=') + 1);
        var value = told.state().at("/" + field.replace('.', '/'));
        if (value.isMissingNode()) {
            throw new AssertionError(told.type() + " has no " + field);
        }
        return value;
    }

    /** As the superuser, whom row security does not keep from any row. */
    private static JsonNode row(String table, String column, JsonNode key) throws SQLException {
        var servers = TestServers.endpoint();
        var database = ConfigProvider.getConfig().getValue("kontor.service", String.class);
        var url = "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database;
        try (var connection =
                        DriverManager.getConnection(url, servers.postgresSuperuser(), servers.postgresPassword());
                var statement = connection.prepareStatement(
                        "select to_jsonb(t) from " + table + " t where " + column + "::text = ?")) {
            statement.setString(1, key.asText());
            try (var rows = statement.executeQuery()) {
                return Contract.read(rows.next() ? rows.getString(1) : "null");
            }
        }
    }

    /** Instants in one form, and names as enums and JSON write them in one. */
    private static JsonNode plain(JsonNode value) {
        if (value.isContainerNode()) {
            return value;
        }
        var text = value.asText();
        try {
            return TextNode.valueOf(OffsetDateTime.parse(text).toInstant().toString());
        } catch (DateTimeException noInstant) {
            return TextNode.valueOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
