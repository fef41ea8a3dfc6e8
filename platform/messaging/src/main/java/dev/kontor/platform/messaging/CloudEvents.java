package dev.kontor.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 in the binary mode of its Kafka binding, with the W3C {@code traceparent} beside. */
final class CloudEvents {

    static final String TRACEPARENT = "traceparent";

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";
    private static final String PARTNER = "ce_partnerid";

    private CloudEvents() {}

    static ProducerRecord<String, String> write(OutboxRows.Row row, String source) {
        var record = new ProducerRecord<>(row.topic(), row.partition(), row.key(), row.payload());
        add(record.headers(), "ce_specversion", "1.0");
        add(record.headers(), ID, row.id().toString());
        add(record.headers(), TYPE, row.type());
        add(record.headers(), "ce_source", source);
        add(record.headers(), "ce_subject", row.key());
        add(record.headers(), TIME, row.createdAt().toString());
        add(record.headers(), "content-type", "application/json");
        if (row.partnerId() != null) {
            add(record.headers(), PARTNER, row.partnerId().toString());
        }
        if (row.traceparent() != null) {
            add(record.headers(), TRACEPARENT, row.traceparent());
        }
        return record;
    }

    /**
     * The envelope of a record.
     *
     * @throws IllegalArgumentException where a header that must be there is not, or is no such thing
     */
    static Envelope read(ConsumerRecord<String, String> record) {
        var partner = header(record.headers(), PARTNER);
        return new Envelope(
                UUID.fromString(required(record, ID)),
                required(record, TYPE),
                partner == null ? null : UUID.fromString(partner),
                Instant.parse(required(record, TIME)),
                header(record.headers(), TRACEPARENT));
    }

    record Envelope(UUID id, String type, UUID partnerId, Instant time, String traceparent) {}

    private static String required(ConsumerRecord<String, String> record, String name) {
        var value = header(record.headers(), name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no " + name + " at " + record.topic() + "-" + record.partition() + "@" + record.offset());
        }
        return value;
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
