package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.web.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the gateway records of every call into a customer's account, a job records of each of its customers (domain.md,
 * rule 15): in the transaction of the export, so that there is no export without a record.
 */
final class AccessDecided {

    static final String TOPIC = "kontor.access.v1";

    private static final String ACTION = "POST /v1/customers/{customerId}/dashboards/{dashboardId}/exports";

    private AccessDecided() {}

    record Entry(
            UUID id,
            UUID partnerId,
            UUID customerId,
            String subject,
            String role,
            String actor,
            String action,
            String path,
            String outcome,
            String reason,
            Instant at,
            String traceId) {}

    /** @param reason the refusal's problem code, or null where the dashboard was exported */
    static Fact fact(Item<ExportOrder> item, String reason) {
        var job = item.job();
        var by = job.asker();
        var entry = new Entry(
                Ids.next(),
                job.partnerId(),
                item.id(),
                by.subject(),
                by.role(),
                by.actor(),
                ACTION,
                "/v1/customers/" + item.id() + "/dashboards/" + job.parameters().dashboard() + "/exports",
                reason == null ? "allowed" : "refused",
                reason,
                RealTime.clock().instant(),
                by.traceId());
        return Fact.of(TOPIC, item.id().toString(), "access.decided", job.partnerId(), Map.of(), entry);
    }

    @Singleton
    static class Topics {

        /** As the gateway and customers-service make it. */
        @Produces
        @Singleton
        Topic access() {
            return Topic.kept(TOPIC);
        }
    }
}
