package dev.kontor.billing.issuers;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** All versions of all issuers; none is changed or removed. */
@ApplicationScoped
public class Issuers {

    private static final String LATEST =
            "select distinct on (id) id, version, data from issuer order by id, version desc";

    private final Database database;

    Issuers(Database database) {
        this.database = database;
    }

    public Optional<Issuer> find(String id) {
        return database.sql("select id, version, data from issuer where id = :id order by version desc limit 1")
                .with("id", id)
                .first(Issuer.class);
    }

    /**
     * Who issues a partner's invoices: the one that is named, else the one of the partner's region, else the default
     * one; of several of a region the default one, or the first by id.
     *
     * @param named null where none is
     */
    public Optional<Issuer> of(String named, String region) {
        return named == null ? ofRegion(region).or(() -> find(Issuer.DEFAULT)) : find(named);
    }

    private Optional<Issuer> ofRegion(String region) {
        return database
                .sql("select * from (" + LATEST + ") i where data ->> 'countryCode' = :region")
                .with("region", region)
                .list(Issuer.class)
                .stream()
                .min(Comparator.comparing((Issuer issuer) -> !issuer.id().equals(Issuer.DEFAULT))
                        .thenComparing(Issuer::id));
    }

    /** Whether another issuer numbers by that series, or did: its documents keep their numbers. */
    boolean isTaken(String series, String id) {
        // One change of issuers at a time, or two could take one series.
        database.sql("select 1 from pg_advisory_xact_lock(hashtextextended('issuers', 0))")
                .exists();
        return database.sql("select 1 from issuer where data ->> 'series' = :series and id <> :id limit 1")
                .with("series", series)
                .with("id", id)
                .exists();
    }

    /** Refuses a version that another call added first. */
    void add(Issuer issuer, String by, Instant at) {
        var added = database.sql(
                        """
                        insert into issuer (id, version, data, created_at, created_by)
                        values (:id, :version, :data, :at, :by) on conflict do nothing""")
                .with("id", issuer.id())
                .with("version", issuer.version())
                .withJson("data", issuer.data())
                .with("at", at)
                .with("by", by)
                .update();
        if (added == 0) {
            throw Problems.versionConflict();
        }
    }
}
