package dev.kontor.customers.assistance;

import dev.kontor.customers.Topics;
import dev.kontor.platform.clock.Clocks;
import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.messaging.Relay;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tells the gateway each second, in every partition and through the same outbox as consent itself, that news would
 * reach it (architecture decision 5); and by how much the business clock is ahead.
 */
@ApplicationScoped
class Heartbeats {

    private final Database database;
    private final Outbox outbox;
    private final Relay relay;
    private final Clocks clocks;

    Heartbeats(Database database, Outbox outbox, Relay relay, Clocks clocks) {
        this.database = database;
        this.outbox = outbox;
        this.relay = relay;
        this.clocks = clocks;
    }

    record Heartbeat(int partition, Instant at, Duration clockOffset) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        var partitions = relay.partitions(Topics.CONSENT);
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(() -> {
            if (isDue()) {
                for (var partition = 0; partition < partitions; partition++) {
                    outbox.append(Fact.of(
                                    Topics.CONSENT,
                                    "heartbeat/" + partition,
                                    "heartbeat",
                                    null,
                                    Map.of(),
                                    new Heartbeat(partition, RealTime.clock().instant(), clocks.offset()))
                            .to(partition));
                }
            }
        }));
    }

    /** Of several replicas the first one in a second sends; the others find it done. */
    private boolean isDue() {
        return database.sql(
                                """
                                update heartbeat set sent_at = clock_timestamp()
                                where sent_at < clock_timestamp() - interval '800 milliseconds'""")
                        .update()
                == 1;
    }
}
