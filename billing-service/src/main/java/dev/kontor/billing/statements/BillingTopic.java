package dev.kontor.billing.statements;

import dev.kontor.platform.kafka.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@Dependent
class BillingTopic {

    @Produces
    @Singleton
    static Topic billing() {
        return Topic.compacted(StatementFinalized.TOPIC);
    }
}
