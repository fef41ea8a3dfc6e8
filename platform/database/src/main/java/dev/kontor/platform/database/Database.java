package dev.kontor.platform.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;

/**
 * SQL on the connection of the running transaction, so under its row security.
 *
 * <p>Parameters may be texts, numbers, ids, instants, dates, months (as their first day), and arrays of these for {@code unnest} and {@code any}.
 */
@ApplicationScoped
public class Database {

    private static final int FETCHED = 5_000;
    private static final int ALL = 0;
    private static final int MOST_WORKERS = 2;

    private final AgroalDataSource source;
    private final Instance<Session> sessions;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper mapper;

    Database(
            AgroalDataSource source,
            Instance<Session> sessions,
            TransactionSynchronizationRegistry transactions,
            ObjectMapper mapper) {
        this.source = source;
        this.sessions = sessions;
        this.transactions = transactions;
        this.mapper = mapper;
    }

    /** A value that takes the type of where it stands. */
    record Untyped(String text) {}

    /** A statement with {@code :names} for its values. */
    public Sql sql(String text) {
        return new Sql(this, mapper, text);
    }

    /** The column that holds a record's component: {@code partnerId} as {@code partner_id}. */
    public static String column(String component) {
        return component.replaceAll("(\\p{Lower}|\\d)(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** What entities changed in this transaction, the database knows before it is asked. */
    private Connection connection() throws SQLException {
        if (sessions.isResolvable() && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            sessions.get().flush();
        }
        return source.getConnection();
    }

    void each(String sql, Consumer<Row> reader, Object... parameters) {
        each(FETCHED, sql, reader, parameters);
    }

    /** The same once all have come: only so does PostgreSQL run parts of a statement side by side. */
    void eachTogether(String sql, Consumer<Row> reader, Object... parameters) {
        planParallelWorkers(MOST_WORKERS);
        each(ALL, sql, reader, parameters);
        planParallelWorkers(0);
    }

    /** None but for one statement: what is read by cursor after it would be planned for workers that it never gets. */
    private void planParallelWorkers(int most) {
        sql("select set_config('max_parallel_workers_per_gather', :most, true)")
                .with("most", String.valueOf(most))
                .one(String.class);
    }

    private void each(int fetched, String sql, Consumer<Row> reader, Object... parameters) {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(fetched);
            bind(connection, statement, parameters);
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows, mapper);
                while (rows.next()) {
                    reader.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, Object... parameters) {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Untyped value) {
                statement.setObject(i + 1, value.text(), Types.OTHER);
            } else {
                statement.setObject(i + 1, sql(connection, parameters[i]));
            }
        }
    }

    private static Object sql(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof YearMonth month) {
            return month.atDay(1);
        }
        if (value instanceof Enum<?> constant) {
            return Codes.of(constant);
        }
        if (value instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        if (value instanceof Enum<?>[] constants) {
            return connection.createArrayOf("text", texts((Object[]) constants));
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        if (value instanceof BigDecimal[] decimals) {
            return connection.createArrayOf("numeric", decimals);
        }
        if (value instanceof Instant[] instants) {
            return connection.createArrayOf("timestamptz", texts((Object[]) instants));
        }
        if (value instanceof LocalDate[] || value instanceof YearMonth[]) {
            return connection.createArrayOf("date", texts((Object[]) value));
        }
        if (value instanceof Integer[] numbers) {
            return connection.createArrayOf("int4", numbers);
        }
        if (value instanceof Long[] numbers) {
            return connection.createArrayOf("int8", numbers);
        }
        if (value instanceof byte[][] bytes) {
            return connection.createArrayOf("bytea", bytes);
        }
        return value;
    }

    private static Object[] texts(Object... values) {
        return Arrays.stream(values).map(Database::text).toArray();
    }

    private static String text(Object value) {
        if (value instanceof YearMonth month) {
            return month.atDay(1).toString();
        }
        return value instanceof Enum<?> constant ? Codes.of(constant) : Objects.toString(value, null);
    }
}
