package dev.kontor.platform.messaging;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The seen marks, in the transaction of the work they stand for. */
@ApplicationScoped
class InboxRows {

    private final Database database;

    InboxRows(Database database) {
        this.database = database;
    }

    /** Marks those of {@code ids} that were not seen before, and says which they are. */
    Set<UUID> markSeen(Collection<UUID> ids) {
        return new HashSet<>(
                database.sql("insert into inbox (id) select distinct unnest(:ids) on conflict do nothing returning id")
                        .with("ids", ids.toArray(UUID[]::new))
                        .list(UUID.class));
    }

    /** Forgets marks older than a topic keeps its records. */
    void forgetOld() {
        database.sql("delete from inbox where seen_at < clock_timestamp() - interval '35 days'")
                .update();
    }

    void bury(ReceivedFact fact, String payload, String error) {
        database.sql(
                        """
                        insert into dead_letter (id, topic, key, type, partner_id, time, payload, error)
                        values (:id, :topic, :key, :type, :partner, :time, :payload, :error) on conflict do nothing""")
                .with("id", fact.id())
                .with("topic", fact.topic())
                .with("key", fact.key())
                .with("type", fact.type())
                .with("partner", fact.partnerId())
                .with("time", fact.time())
                .with("payload", payload)
                .with("error", error)
                .update();
    }
}
