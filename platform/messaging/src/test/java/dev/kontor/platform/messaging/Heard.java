package dev.kontor.platform.messaging;

import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.security.rows.RowScope;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what it hears; refuses what says it is poison, for as long as it is told to. */
@ApplicationScoped
class Heard implements FactConsumer {

    static final String TOPIC = "kontor.counter-test.v1";

    private final AgroalDataSource database;
    private final AtomicInteger refusals = new AtomicInteger();

    Heard(AgroalDataSource database) {
        this.database = database;
    }

    @Produces
    @Singleton
    static Topic topic() {
        return Topic.compacted(TOPIC);
    }

    void refuse(int times) {
        refusals.set(times);
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public boolean accepts(String kind) {
        return kind.equals("thing");
    }

    @Override
    public void on(ReceivedFact fact) {
        var value = fact.isTombstone() ? null : fact.state().path("value").asText();
        write(fact.key(), value);
        if ("poison".equals(value) && refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("poison");
        }
    }

    List<String> of(String key) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement =
                            connection.prepareStatement("select value from heard where key = ? order by position")) {
                statement.setString(1, key);
                var values = new ArrayList<String>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
                return values;
            }
        }));
    }

    private void write(String key, String value) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("insert into heard (key, value) values (?, ?)")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
