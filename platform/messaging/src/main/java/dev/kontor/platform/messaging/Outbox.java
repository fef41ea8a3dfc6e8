package dev.kontor.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Where facts are left for Kafka, in the transaction of the change they tell of. */
@ApplicationScoped
public class Outbox {

    /** The largest record, in bytes of UTF-8 (architecture decision 4). */
    static final int LARGEST = 64 * 1024;

    private final Database database;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper mapper;
    private final Relay relay;

    Outbox(Database database, TransactionSynchronizationRegistry transaction, ObjectMapper mapper, Relay relay) {
        this.database = database;
        this.transaction = transaction;
        this.mapper = mapper;
        this.relay = relay;
    }

    /**
     * Leaves a fact; the relay is woken as the transaction commits.
     *
     * @throws IllegalStateException outside a transaction, or for a record over 64 KiB
     */
    public void append(Fact fact) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a fact without a transaction: " + fact.type());
        }
        insert(fact, fact.isTombstone() ? null : payload(fact));
        transaction.registerInterposedSynchronization(new WakeRelay());
    }

    /** Whether something for that topic is still on its way to Kafka; asked in a worker's transaction. */
    public boolean holds(String topic) {
        return database.sql("select from outbox where topic = :topic limit 1")
                .with("topic", topic)
                .exists();
    }

    private String payload(Fact fact) {
        var body = new LinkedHashMap<String, Object>();
        body.put("event", fact.event());
        body.put("state", fact.state());
        try {
            var payload = mapper.writeValueAsString(body);
            if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                throw new IllegalStateException("a record over 64 KiB: " + fact.type() + " of " + fact.key());
            }
            return payload;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(Fact fact, String payload) {
        database.sql(
                        """
                        insert into outbox (id, topic, partition, key, type, partner_id, payload, traceparent)
                        values (:id, :topic, :partition, :key, :type, :partner, :payload, :traceparent)""")
                .with("id", fact.id())
                .with("topic", fact.topic())
                .with("partition", fact.partition())
                .with("key", fact.key())
                .with("type", fact.type())
                .with("partner", fact.partnerId())
                .with("payload", payload)
                .with("traceparent", Traces.traceparent())
                .update();
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only the outcome counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
