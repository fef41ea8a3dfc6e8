package dev.kontor.billing.intake;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The months that have their part of the partitioned tables. */
@ApplicationScoped
class UsageMonths {

    private final Database database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    UsageMonths(Database database) {
        this.database = database;
    }

    boolean has(LocalDate firstOfMonth) {
        return known.contains(firstOfMonth);
    }

    /** In a transaction of its own: nobody waits for the part of a month while somebody else stores into it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void keep(LocalDate firstOfMonth) {
        database.sql("select kontor.keep_usage_month(:first)")
                .with("first", firstOfMonth)
                .exists();
    }

    /** Only when {@link #keep} has committed. */
    void kept(LocalDate firstOfMonth) {
        known.add(firstOfMonth);
    }
}
