package dev.kontor.platform.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What a record says about itself: CloudEvents 1.0 in the binary mode of its Kafka binding, with the W3C
 * {@code traceparent} beside. The subject is the record's key.
 *
 * @param partnerId null where the record is no partner's
 * @param traceparent null where no trace led to it
 */
public record CloudEvent(UUID id, String type, String source, UUID partnerId, Instant time, String traceparent) {

    public static final String TRACEPARENT = "traceparent";

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String TIME = "ce_time";
    private static final String PARTNER = "ce_partnerid";

    /** Says it in the record's headers, and answers the record. */
    public ProducerRecord<String, String> on(ProducerRecord<String, String> record) {
        var headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, ID, id.toString());
        add(headers, TYPE, type);
        add(headers, SOURCE, source);
        add(headers, "ce_subject", record.key());
        add(headers, TIME, time.toString());
        add(headers, "content-type", "application/json");
        if (partnerId != null) {
            add(headers, PARTNER, partnerId.toString());
        }
        if (traceparent != null) {
            add(headers, TRACEPARENT, traceparent);
        }
        return record;
    }

    /**
     * What the record says.
     *
     * @throws IllegalArgumentException where a header that must be there is not, or is no such thing
     */
    public static CloudEvent of(ConsumerRecord<String, String> record) {
        var partner = header(record.headers(), PARTNER);
        return new CloudEvent(
                UUID.fromString(required(record, ID)),
                required(record, TYPE),
                header(record.headers(), SOURCE),
                partner == null ? null : UUID.fromString(partner),
                time(required(record, TIME)),
                header(record.headers(), TRACEPARENT));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

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
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
