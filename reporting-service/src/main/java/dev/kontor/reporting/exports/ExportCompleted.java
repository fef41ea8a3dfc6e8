package dev.kontor.reporting.exports;

import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.reporting.snapshots.ContentFormat;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What other services learn of an export. */
final class ExportCompleted {

    static final String TOPIC = "kontor.reporting.v1";

    private ExportCompleted() {}

    record Happened(String by) {}

    record State(
            UUID id,
            UUID partnerId,
            UUID customerId,
            String dashboardId,
            ContentFormat format,
            Instant snapshotAt,
            String contentHash) {}

    static Fact fact(Export export, String by) {
        var state = new State(
                export.id(),
                export.partnerId(),
                export.customerId(),
                export.dashboardId(),
                export.format(),
                export.snapshotAt(),
                export.contentHash());
        return Fact.of(TOPIC, "export/" + export.id(), "export.completed", export.partnerId(), new Happened(by), state);
    }

    @Singleton
    static class Topics {
        @Produces
        @Singleton
        Topic reporting() {
            return Topic.compacted(TOPIC);
        }
    }
}
