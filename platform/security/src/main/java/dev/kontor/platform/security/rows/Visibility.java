package dev.kontor.platform.security.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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

    private static final Set<String> KINDS = Set.of("administrator", "assignment");

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
        // administrator/{partnerId}/{subject} and assignment/{partnerId}/{subject}/{customerId}
        var parts = key.split("/", -1);
        var partner = UUID.fromString(parts[1]);
        if (parts[0].equals("administrator")) {
            administrator(
                    partner,
                    parts[2],
                    state != null && state.path("allCustomers").asBoolean());
        } else {
            assignment(partner, parts[2], UUID.fromString(parts[3]), state != null);
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

    private void execute(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
