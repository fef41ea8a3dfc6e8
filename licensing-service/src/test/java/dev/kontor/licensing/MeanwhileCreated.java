package dev.kontor.licensing;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody else's row that is there, but not committed yet, when a call begins. */
public final class MeanwhileCreated {

    private MeanwhileCreated() {}

    /** Makes the call while the row is written, and commits the row once the call waits for it. */
    public static Response with(String insert, Callable<Response> call) throws Exception {
        var caller = Executors.newSingleThreadExecutor();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(insert);
            var answer = caller.submit(call);
            await().until(() -> somebodyWaitsFor(owner));
            owner.commit();
            return answer.get();
        } finally {
            caller.shutdownNow();
        }
    }

    private static boolean somebodyWaitsFor(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(
                        """
                        select exists (select from pg_locks
                                       where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))""")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
