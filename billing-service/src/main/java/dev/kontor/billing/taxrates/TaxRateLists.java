package dev.kontor.billing.taxrates;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** All versions of the list; none is changed or removed. */
@ApplicationScoped
public class TaxRateLists {

    private final Database database;

    TaxRateLists(Database database) {
        this.database = database;
    }

    /** The latest version. */
    public TaxRates latest() {
        return database.sql("select version, rates from tax_rates order by version desc limit 1")
                .one(TaxRates.class);
    }

    /** Refuses a version that another call added first. */
    void add(TaxRates rates, String by, Instant at) {
        var added = database.sql(
                        """
                        insert into tax_rates (version, rates, created_at, created_by)
                        values (:version, :rates, :at, :by) on conflict do nothing""")
                .with("version", rates.version())
                .withJson("rates", rates.rates())
                .with("at", at)
                .with("by", by)
                .update();
        if (added == 0) {
            throw Problems.versionConflict();
        }
    }
}
