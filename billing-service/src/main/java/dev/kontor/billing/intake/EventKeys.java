package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which events are stored: each once, whatever month it belongs to. */
@ApplicationScoped
class EventKeys {

    private final Database database;

    EventKeys(Database database) {
        this.database = database;
    }

    /** The payload hashes of those events that are stored. */
    Map<String, byte[]> hashes(Source source, String reporter, Collection<String> eventIds) {
        var hashes = new HashMap<String, byte[]>();
        database.sql(
                        """
                        select event_id, payload_hash from usage_key
                        where reporter = :reporter and event_id = any (:events) and source = :source""")
                .with("reporter", reporter)
                .with("events", String.class, eventIds)
                .with("source", source)
                .each(row -> hashes.put(row.text("event_id"), row.bytes("payload_hash")));
        return hashes;
    }
}
