package dev.kontor.billing.resale;

import dev.kontor.billing.pricebooks.InForce;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** All versions of all partners' price books for their customers; none is changed or removed. */
@ApplicationScoped
class ResalePriceBooks {

    private final Database database;

    ResalePriceBooks(Database database) {
        this.database = database;
    }

    Optional<ResalePriceBook> latest(UUID partnerId, String id) {
        return database.sql(
                        """
                        select id, version, data, created_at from resale_price_book
                        where partner_id = :partner and id = :id order by version desc limit 1""")
                .with("partner", partnerId)
                .with("id", id)
                .first(ResalePriceBook.class);
    }

    /** By what a month is sold that is billed in that currency; chosen as the prices a partner is billed by are. */
    Optional<ResalePriceBook> inForce(UUID partnerId, YearMonth month, String currency) {
        var versions = database.sql(
                        """
                        select id, version, 'partner' as scope, null as region, partner_id, effective_from, created_at
                        from resale_price_book
                        where partner_id = :partner and currency = :currency and effective_from <= :last""")
                .with("partner", partnerId)
                .with("currency", currency)
                .with("last", month.atEndOfMonth())
                .list(InForce.Version.class);
        return InForce.of(versions, partnerId, null, month).map(its -> version(partnerId, its.id(), its.version()));
    }

    private ResalePriceBook version(UUID partnerId, String id, int version) {
        return database.sql(
                        """
                        select id, version, data, created_at from resale_price_book
                        where partner_id = :partner and id = :id and version = :version""")
                .with("partner", partnerId)
                .with("id", id)
                .with("version", version)
                .one(ResalePriceBook.class);
    }

    /** Refuses a version that another call added first. */
    void add(UUID partnerId, ResalePriceBook book, String by) {
        var added = database.sql(
                        """
                        insert into resale_price_book
                            (partner_id, id, version, effective_from, currency, data, created_at, created_by)
                        values (:partner, :id, :version, :from, :currency, :data, :at, :by) on conflict do nothing""")
                .with("partner", partnerId)
                .with("id", book.id())
                .with("version", book.version())
                .with("from", book.data().effectiveFrom())
                .with("currency", book.data().currency())
                .withJson("data", book.data())
                .with("at", book.createdAt())
                .with("by", by)
                .update();
        if (added == 0) {
            throw Problems.versionConflict();
        }
    }
}
