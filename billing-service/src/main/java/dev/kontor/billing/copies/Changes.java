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
        return database.sql("select changes from partner_change where partner_id = :partner")
                .with("partner", partnerId)
                .first(Long.class)
                .orElse(0L);
    }

    void changed(Collection<UUID> partnerIds) {
        database.sql(
                        """
                        insert into partner_change as c (partner_id, changes)
                        select distinct unnest(:partners), 1 order by 1
                        on conflict (partner_id) do update set changes = c.changes + 1""")
                .with("partners", partnerIds.toArray(UUID[]::new))
                .update();
    }
}
