package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** How often a partner's customers and licences have changed. */
@ApplicationScoped
public class Changes {

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    public long of(UUID partnerId) {
        return database.first(
                        "select changes from partner_change where partner_id = ?",
                        row -> row.number("changes"),
                        partnerId)
                .orElse(0L);
    }

    void changed(Collection<UUID> partnerIds) {
        database.update(
                """
                insert into partner_change as c (partner_id, changes) select distinct unnest(?), 1 order by 1
                on conflict (partner_id) do update set changes = c.changes + 1""",
                (Object) partnerIds.toArray(UUID[]::new));
    }
}
