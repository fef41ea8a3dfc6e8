package dev.kontor.platform.security.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * The local copy of who sees which customers (architecture decision 8), read by the row security function
 * {@code kontor.sees}.
 *
 * <p>Works in the caller's transaction, which must be a worker's.
 */
@ApplicationScoped
public class Visibility {

    private static final Set<String> KINDS =
            Set.of("administrator", "assignment", "group-customer", "group-administrator");

    private final AgroalDataSource database;

    Visibility(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether a record of this kind is ours to apply. */
    public boolean concerns(String kind) {
        return KINDS.contains(kind);
    }

    /** Applies a record of {@code kontor.customers.v1}; {@code state} is null where it was removed. */
    public void apply(String key, JsonNode state) {
        if (state == null || key.startsWith("administrator/")) {
            told(key);
        }
        set(key, state);
    }

    /** The database's clock, to be read before an owner is asked. */
    public Instant moment() {
        return instant("select clock_timestamp()");
    }

    /**
     * Applies what an owner answered, of the form its record would have; not where a record came since that says otherwise: what
     * left would be back, and nothing would ever take it away. One key a transaction, or two of them could wait for each other.
     *
     * @param asked the {@link #moment} before
     */
    public void answered(String key, JsonNode state, Instant asked) {
        // Waits for a record of that key that is just taken in, and has the next one wait.
        var told = instant(
                """
                insert into visibility_told as t (key) values (?)
                on conflict (key) do update set at = t.at returning coalesce(at, timestamptz 'epoch')""",
                key);
        if (told.isBefore(asked)) {
            set(key, state);
        }
    }

    /** Before anything else: so what an answer in between has set is seen, and removed. */
    private void told(String key) {
        execute(
                """
                insert into visibility_told (key, at) values (?, clock_timestamp())
                on conflict (key) do update set at = excluded.at""",
                key);
    }

    /** Forgets what no answer under way can be older than. */
    public void forget() {
        execute(
                "delete from visibility_told where coalesce(at, timestamptz 'epoch') < clock_timestamp() - interval '10 minutes'");
    }

    private void set(String key, JsonNode state) {
        // administrator/{partnerId}/{subject}, assignment/{partnerId}/{subject}/{customerId},
        // group-customer/{partnerId}/{groupId}/{customerId}, group-administrator/{partnerId}/{groupId}/{subject}
        var parts = key.split("/", -1);
        var partner = UUID.fromString(parts[1]);
        switch (parts[0]) {
            case "administrator" ->
                administrator(
                        partner,
                        parts[2],
                        state != null && state.required("allCustomers").asBoolean());
            case "assignment" -> assignment(partner, parts[2], UUID.fromString(parts[3]), state != null);
            case "group-customer" ->
                groupCustomer(partner, UUID.fromString(parts[2]), UUID.fromString(parts[3]), state != null);
            default -> groupAdministrator(partner, UUID.fromString(parts[2]), parts[3], state != null);
        }
    }

    public void administrator(UUID partnerId, String subject, boolean allCustomers) {
        execute(
                """
                insert into administrator (partner_id, subject, all_customers) values (?, ?, ?)
                on conflict (partner_id, subject) do update set all_customers = excluded.all_customers""",
                partnerId,
                subject,
                allCustomers);
    }

    public void assignment(UUID partnerId, String subject, UUID customerId, boolean assigned) {
        execute(
                assigned
                        ? "insert into assignment (partner_id, subject, customer_id) values (?, ?, ?) on conflict do nothing"
                        : "delete from assignment where partner_id = ? and subject = ? and customer_id = ?",
                partnerId,
                subject,
                customerId);
    }

    private void groupCustomer(UUID partnerId, UUID groupId, UUID customerId, boolean member) {
        execute(
                member
                        ? "insert into group_customer (partner_id, group_id, customer_id) values (?, ?, ?) on conflict do nothing"
                        : "delete from group_customer where partner_id = ? and group_id = ? and customer_id = ?",
                partnerId,
                groupId,
                customerId);
    }

    private void groupAdministrator(UUID partnerId, UUID groupId, String subject, boolean member) {
        execute(
                member
                        ? "insert into group_administrator (partner_id, group_id, subject) values (?, ?, ?) on conflict do nothing"
                        : "delete from group_administrator where partner_id = ? and group_id = ? and subject = ?",
                partnerId,
                groupId,
                subject);
    }

    private Instant instant(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void execute(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
