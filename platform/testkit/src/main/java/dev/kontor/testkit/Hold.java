package dev.kontor.testkit;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Stops a service at one step: a trigger in its database lets the step's transaction wait for a lock this has. What is
 * killed while it waits dies exactly there, every time.
 */
public final class Hold implements AutoCloseable {

    private static final long LOCK = 20_261_127;

    /** What becomes of the transaction whose process died. */
    public enum Outcome {
        /** PostgreSQL noticed in time that nobody is there any more. */
        ROLLED_BACK,
        /** Its commit had been sent already. */
        COMMITTED
    }

    private final Connection database;
    private final Outcome outcome;

    /**
     * @param database as the superuser, and this one's alone
     * @param trigger in SQL, up to its condition's end, with the moment and the table
     * @param outcome {@link Outcome#COMMITTED} is for a trigger deferred to the commit
     */
    public Hold(Connection database, String trigger, Outcome outcome) {
        this.database = database;
        this.outcome = outcome;
        execute("select pg_advisory_lock(" + LOCK + ")");
        execute(
                """
                create function held_for_a_crash() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(%d);
                    return case when tg_op = 'DELETE' then old else new end;
                end $$"""
                        .formatted(LOCK));
        execute(trigger + " execute function held_for_a_crash()");
    }

    /** Waits until the service has come to the step. */
    public void awaitReached() {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*)" + waiting()) > 0);
    }

    /** Lets the transaction end; to be called once its process is dead. */
    public void end() {
        if (outcome == Outcome.ROLLED_BACK) {
            execute("select pg_terminate_backend(pid)" + waiting());
            await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*)" + waiting()) == 0);
        }
        execute("select pg_advisory_unlock_all()");
    }

    private static String waiting() {
        return " from pg_locks where locktype = 'advisory' and not granted and objid = " + LOCK;
    }

    private int count(String sql) {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            execute("select pg_advisory_unlock_all()");
            execute("drop function held_for_a_crash() cascade");
        }
    }
}
