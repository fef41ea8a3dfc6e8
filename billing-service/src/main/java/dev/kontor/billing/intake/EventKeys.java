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
        Map<String, byte[]> hashes = new HashMap<>();
        database.list(
                "select event_id, payload_hash from usage_key where reporter = ? and event_id = any (?) and source = ?",
                row -> hashes.put(row.text("event_id"), row.bytes("payload_hash")),
                reporter,
                eventIds.toArray(String[]::new),
                source.text());
        return hashes;
    }
}
