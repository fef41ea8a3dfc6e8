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

    /** Each one's version of that moment, or its first one where it came later. */
    private static final String VERSIONS =
            """
            select distinct on (id) id, version, data from issuer
            order by id, created_at > :at, case when created_at > :at then -version else version end desc""";

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;

    Issuers(Database database) {
        this.database = database;
    }

    public Optional<Issuer> find(String id) {
        return find(id, LATEST);
    }

    private Optional<Issuer> find(String id, Instant at) {
        return database.sql("select * from (" + VERSIONS + ") i where id = :id")
                .with("at", at)
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
        return of(named, region, LATEST);
    }

    /** The same as it was at that moment; what was first told later counts as if it had been then. */
    public Optional<Issuer> of(String named, String region, Instant at) {
        return named == null ? ofRegion(region, at).or(() -> find(Issuer.DEFAULT, at)) : find(named, at);
    }

    private Optional<Issuer> ofRegion(String region, Instant at) {
        return database
                .sql("select * from (" + VERSIONS + ") i where data ->> 'countryCode' = :region")
                .with("at", at)
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
