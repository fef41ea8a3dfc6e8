import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Inserts into the table of usage records what billing-service would, and nothing else: arguments as in bench.sh. */
class Bare {

    private static final int ROWS = 10_000;

    public static void main(String[] arguments) throws Exception {
        var calls = Integer.parseInt(arguments[4]);
        var clients = Executors.newFixedThreadPool(2);
        List<Callable<Void>> work = new ArrayList<>();
        long began = System.nanoTime();
        for (int client = 0; client < 2; client++) {
            int first = client;
            work.add(() -> {
                try (var connection = DriverManager.getConnection(arguments[0], "postgres", arguments[1])) {
                    connection.setAutoCommit(false);
                    for (int call = first; call < calls; call += 2) {
                        insert(connection, arguments[2], LocalDate.parse(arguments[3]), call);
                        connection.commit();
                    }
                }
                return null;
            });
        }
        for (var done : clients.invokeAll(work)) {
            done.get();
        }
        clients.shutdown();
        System.out.println(calls * ROWS * 1_000_000_000L / (System.nanoTime() - began));
    }

    private static void insert(Connection connection, String partner, LocalDate month, int call) throws SQLException {
        var at = Timestamp.from(month.atStartOfDay(ZoneOffset.UTC).plusHours(12).plusMinutes(call).toInstant());
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into usage_record (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
                select ?::uuid, md5(c)::uuid, p, ?, q, 'bare', e, now() from unnest(?, ?, ?, ?) as u (c, p, q, e)
                on conflict do nothing""")) {
            insert.setString(1, partner);
            insert.setTimestamp(2, at);
            insert.setArray(3, connection.createArrayOf("text", column(i -> "bare-" + i / 10)));
            insert.setArray(4, connection.createArrayOf("text", column(i -> "bench-" + i % 10)));
            insert.setArray(5, connection.createArrayOf("numeric", column(i -> String.valueOf(i % 97))));
            insert.setArray(6, connection.createArrayOf("text", column(i -> "bare-" + call + "-" + i)));
            insert.executeUpdate();
        }
    }

    private static Object[] column(java.util.function.IntFunction<String> value) {
        return IntStream.range(0, ROWS).mapToObj(value).toArray();
    }
}
