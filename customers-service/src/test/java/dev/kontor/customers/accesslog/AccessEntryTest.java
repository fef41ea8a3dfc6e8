package dev.kontor.customers.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link of the access log's chain binds together (domain.md rule 15). */
class AccessEntryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode record = record();

    @ParameterizedTest
    @ValueSource(strings = {"subject", "role", "actor", "action", "path", "outcome", "reason", "traceId"})
    void everyFieldCounts(String field) {
        var before = hash();
        record.put(field, record.path(field).asText() + "x");

        assertThat(hash()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "partnerId", "customerId"})
    void everyIdCounts(String field) {
        var before = hash();
        record.put(field, UUID.randomUUID().toString());

        assertThat(hash()).isNotEqualTo(before);
    }

    @Test
    void theTimeCounts() {
        var before = hash();
        record.put("at", "2026-11-01T08:00:00.123457Z");

        assertThat(hash()).isNotEqualTo(before);
    }

    @Test
    void thePlaceInTheChainCounts() {
        var entry = AccessEntry.of(record);

        assertThat(entry.hash(AccessEntry.START, 2)).isNotEqualTo(entry.hash(AccessEntry.START, 1));
        assertThat(entry.hash(entry.hash(AccessEntry.START, 1), 2)).isNotEqualTo(entry.hash(AccessEntry.START, 2));
    }

    @Test
    void nothingMovesFromOneFieldIntoTheNext() {
        record.put("action", "GET /a").put("path", "b");
        var before = hash();
        record.put("action", "GET /").put("path", "ab");

        assertThat(hash()).isNotEqualTo(before);
    }

    @Test
    void nothingIsNotTheSameAsEmpty() {
        record.put("reason", "");
        var empty = hash();
        record.putNull("reason");

        assertThat(hash()).isNotEqualTo(empty);
    }

    @Test
    void theTimeIsKeptAsPreciselyAsItCanBeReadAgain() {
        record.put("at", "2026-11-01T08:00:00.123456789Z");

        assertThat(AccessEntry.of(record).at()).isEqualTo(Instant.parse("2026-11-01T08:00:00.123456Z"));
    }

    private byte[] hash() {
        return AccessEntry.of(record).hash(AccessEntry.START, 1);
    }

    private static ObjectNode record() {
        try {
            return (ObjectNode)
                    JSON.readTree(
                            """
                            {"id": "01932c4a-0000-7000-8000-000000000001",
                             "partnerId": "01932c4a-0000-7000-8000-0000000000a1",
                             "customerId": "01932c4a-0000-7000-8000-0000000000c1",
                             "subject": "jana", "role": "partner-admin", "actor": "jana",
                             "action": "POST /v1/customers/{id}/launch",
                             "path": "/v1/customers/01932c4a-0000-7000-8000-0000000000c1/launch",
                             "outcome": "refused", "reason": "partner-assistance-off",
                             "at": "2026-11-01T08:00:00.123456Z", "traceId": "0af7651916cd43dd8448eb211c80319c"}""");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
