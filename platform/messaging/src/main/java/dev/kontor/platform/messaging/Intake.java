package dev.kontor.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.kafka.CloudEvent;
import dev.kontor.platform.security.rows.RowScope;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes records in: a batch in one transaction, and where that fails each in its own, until one is given up. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int TRANSACTION_SECONDS = 60;
    private static final long FIRST_PAUSE_MS = 100;

    private final List<FactConsumer> consumers;
    private final InboxRows rows;
    private final ObjectMapper mapper;
    private final MessagingConfig config;
    private final Tracer tracer;

    Intake(
            @All List<FactConsumer> consumers,
            InboxRows rows,
            ObjectMapper mapper,
            MessagingConfig config,
            OpenTelemetry telemetry) {
        this.consumers = consumers;
        this.rows = rows;
        this.mapper = mapper;
        this.config = config;
        this.tracer = telemetry.getTracer("kontor.inbox");
    }

    private record Read(ReceivedFact fact, String payload, String traceparent, String unreadable) {}

    void takeIn(List<ConsumerRecord<String, String>> records) {
        var batch =
                records.stream().filter(this::concernsAnyone).map(this::read).toList();
        if (batch.isEmpty()) {
            return;
        }
        try {
            inTransaction(batch);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch of %d records is taken in one by one", batch.size());
            batch.forEach(this::takeInAlone);
        }
    }

    /** Takes a dead letter in again; what it throws leaves the letter where it is. */
    void takeInAgain(ReceivedFact fact) {
        consume(new Read(fact, null, null, null));
    }

    private void takeInAlone(Read one) {
        for (var attempt = 1; ; attempt++) {
            try {
                inTransaction(List.of(one));
                return;
            } catch (RuntimeException e) {
                if (attempt >= config.attempts()) {
                    bury(one, e);
                    return;
                }
                pause(FIRST_PAUSE_MS << attempt);
            }
        }
    }

    private void inTransaction(List<Read> batch) {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> {
                    var fresh = rows.markSeen(
                            batch.stream().map(one -> one.fact().id()).toList());
                    for (var one : batch) {
                        // Removing it also passes over the second of two equal ids in one batch.
                        if (fresh.remove(one.fact().id())) {
                            consume(one);
                        }
                    }
                    return null;
                }));
    }

    private void consume(Read one) {
        if (one.unreadable() != null) {
            throw new IllegalArgumentException(one.unreadable());
        }
        var fact = one.fact();
        var span = tracer.spanBuilder("inbox " + fact.type())
                .setParent(parent(one.traceparent()))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        var scope = span.makeCurrent();
        try {
            consumersOf(fact.topic(), fact.kind()).forEach(consumer -> consumer.on(fact));
        } finally {
            scope.close();
            span.end();
        }
    }

    private void bury(Read one, RuntimeException cause) {
        LOG.errorf(
                cause,
                "%s of %s was given up and is kept as a dead letter",
                one.fact().type(),
                one.fact().key());
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().call(() -> {
            rows.bury(one.fact(), one.payload(), String.valueOf(cause));
            return rows.markSeen(List.of(one.fact().id()));
        }));
    }

    private boolean concernsAnyone(ConsumerRecord<String, String> record) {
        return record.key() != null
                && !consumersOf(record.topic(), ReceivedFact.kindOf(record.key()))
                        .isEmpty();
    }

    private List<FactConsumer> consumersOf(String topic, String kind) {
        return consumers.stream()
                .filter(consumer -> consumer.topics().contains(topic) && consumer.accepts(kind))
                .collect(Collectors.toUnmodifiableList());
    }

    private Read read(ConsumerRecord<String, String> record) {
        CloudEvent envelope;
        JsonNode body = null;
        String unreadable = null;
        try {
            envelope = CloudEvent.of(record);
        } catch (IllegalArgumentException e) {
            envelope = standIn(record);
            unreadable = e.getMessage();
        }
        try {
            body = record.value() == null ? null : mapper.readTree(record.value());
        } catch (JsonProcessingException e) {
            unreadable = e.getOriginalMessage();
        }
        var fact = new ReceivedFact(
                envelope.id(),
                record.topic(),
                record.key(),
                envelope.type(),
                envelope.partnerId(),
                envelope.time(),
                part(body, "event"),
                part(body, "state"));
        return new Read(fact, record.value(), envelope.traceparent(), unreadable);
    }

    /** For a record without an envelope, by its place: so it gets out of the way of what comes behind it, as one dead letter. */
    private static CloudEvent standIn(ConsumerRecord<String, String> record) {
        var place = record.topic() + "-" + record.partition() + "@" + record.offset();
        return new CloudEvent(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                "unreadable",
                null,
                null,
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                null);
    }

    /** A body without {@code event} and {@code state} is itself the state: a record of {@code kontor.access.v1}. */
    static JsonNode part(JsonNode body, String name) {
        if (body == null) {
            return null;
        }
        return body.has("state") ? body.get(name) : name.equals("state") ? body : null;
    }

    private static Context parent(String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, new OneHeader());
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class OneHeader implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(CloudEvent.TRACEPARENT);
        }

        @Override
        public String get(String traceparent, String key) {
            return key.equals(CloudEvent.TRACEPARENT) ? traceparent : null;
        }
    }
}
