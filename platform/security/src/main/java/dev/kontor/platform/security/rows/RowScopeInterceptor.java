package dev.kontor.platform.security.rows;

import dev.kontor.platform.security.Caller;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells every connection, as it is handed out, on whose behalf it works.
 *
 * <p>Everything is set for the transaction only ({@code SET LOCAL}), so the pool never keeps it; and since it sits where
 * connections are handed out, no query of ours can get past it.
 */
@Singleton
public class RowScopeInterceptor implements AgroalPoolInterceptor {

    private static final String TELL =
            """
            select set_config('role', ?, true), set_config('kontor.partner_id', ?, true),
                   set_config('kontor.customer_id', ?, true), set_config('kontor.subject', ?, true),
                   set_config('kontor.all', ?, true), set_config('kontor.role', ?, true),
                   set_config('kontor.programs', ?, true)""";

    private final String service;

    RowScopeInterceptor(@ConfigProperty(name = "kontor.service") String service) {
        this.service = service;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            // Outside a transaction there is nothing to set it for: such a connection stays without a role.
            if (connection.getAutoCommit()) {
                return;
            }
            var scope = current();
            if (scope != null) {
                tell(connection, scope);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the connection could not be told who is asking", e);
        }
    }

    private void tell(Connection connection, RowScope scope) throws SQLException {
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, service + "_" + scope.role());
            statement.setString(2, scope.partnerId());
            statement.setString(3, scope.customerId());
            statement.setString(4, scope.subject());
            statement.setString(5, scope.all() ? "t" : "f");
            statement.setString(6, scope.role());
            statement.setString(7, String.join(",", scope.programs()));
            statement.execute();
        }
    }

    private static RowScope current() {
        var named = RowScope.named();
        if (named != null) {
            return named;
        }
        return Arc.container().requestContext().isActive()
                ? RowScope.of(Arc.container().instance(Caller.class).get())
                : null;
    }
}
