package dev.kontor.billing.pricebooks;

import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** All versions of all price books. */
@ApplicationScoped
public class PriceBooks implements PanacheRepositoryBase<PriceBookVersion, PriceBookVersion.Key> {

    private static final int MOST_KEPT = 1_000;

    private final Database database;

    /** Versions never change, and each is read for every partner it prices; the ones not asked for the longest go. */
    private final Map<PriceBookVersion.Key, Prices> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<PriceBookVersion.Key, Prices> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    PriceBooks(Database database) {
        this.database = database;
    }

    /** The prices of a partner's month; empty where there are none at all. */
    public Optional<Prices> inForce(Partner partner, YearMonth month) {
        var versions = database.sql(
                        """
                        select id, version, scope, region, partner_id, effective_from, created_at from price_book
                        where effective_from <= :last and (partner_id is null or partner_id = :partner)""")
                .with("last", month.atEndOfMonth())
                .with("partner", partner.id())
                .list(InForce.Version.class);
        return InForce.of(versions, partner.id(), partner.region(), month)
                .map(version -> version(version.id(), version.version()));
    }

    /** What the month of the caller's partner was billed by, or while it has no statement, what is in force. */
    public Optional<Prices> billedBy(Partner partner, YearMonth month) {
        return database.sql("select id as book_id, version from kontor.billed_by() where month = :month")
                .with("month", month)
                .first(PriceBookVersion.Key.class)
                .map(key -> version(key.bookId(), key.version()))
                .or(() -> inForce(partner, month));
    }

    /** The version a closed month was rated by. */
    public Prices version(String id, int version) {
        var key = new PriceBookVersion.Key(id, version);
        var known = kept.get(key);
        if (known == null) {
            known = findByIdOptional(key).map(PriceBookVersion::prices).orElseThrow();
            kept.put(key, known);
        }
        return known;
    }

    Optional<PriceBookVersion> latest(String id) {
        return find("bookId = ?1 order by version desc", id).firstResultOptional();
    }

    /** Refuses a version that another call added first. */
    void add(PriceBookVersion version) {
        try {
            persistAndFlush(version);
        } catch (ConstraintViolationException e) {
            if ("price_book_pkey".equals(e.getConstraintName())) {
                throw Problems.versionConflict();
            }
            throw e;
        }
    }
}
