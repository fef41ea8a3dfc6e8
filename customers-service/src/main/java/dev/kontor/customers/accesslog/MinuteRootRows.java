package dev.kontor.customers.accesslog;

import dev.kontor.customers.evidence.ChainEnd;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Which heads wait for a root, and which minute was signed last. */
@ApplicationScoped
class MinuteRootRows {

    private static final HexFormat HEX = HexFormat.of();

    private final Database database;

    MinuteRootRows(Database database) {
        this.database = database;
    }

    /**
     * A head that moved since a root last settled its chain.
     *
     * @param oldSeq where the chain ended in its first form; null where it never had one, or a root has told already
     */
    record Due(UUID partnerId, UUID customerId, long seq, byte[] hash, Long oldSeq, byte[] oldHash) {

        static final int MOST_ENDS = 2;

        ChainEnd end() {
            return new ChainEnd(ChainEnd.key(customerId, partnerId), seq, HEX.formatHex(hash));
        }

        /** With the end that the chain had in its first form: both signed, in one root. */
        List<ChainEnd> ends() {
            return oldSeq == null
                    ? List.of(end())
                    : List.of(
                            end(),
                            new ChainEnd(ChainEnd.firstFormKey(customerId, partnerId), oldSeq, HEX.formatHex(oldHash)));
        }
    }

    /** Those that wait longest; none where {@code minute} has its root already. */
    List<Due> due(long minute, int most) {
        return database.sql(
                        """
                        select h.partner_id, h.customer_id, h.seq, h.hash, r.seq as old_seq, r.old_hash
                        from access_log_head h
                        left join access_log_rechained r
                            on r.partner_id = h.partner_id and r.customer_id = h.customer_id and h.settled_seq = 0
                        where h.seq > h.settled_seq and (select minute from access_log_minute) < :minute
                        order by h.moved_at limit :most""")
                .with("minute", minute)
                .with("most", most)
                .list(Due.class);
    }

    /** The root that was signed last; until the transaction ends no other replica signs. */
    Roots.Last lockMinute() {
        return database.sql("select minute, digest from access_log_minute for update")
                .one(Roots.Last.class);
    }

    /** The root that was signed last. */
    Roots.Last last() {
        return database.sql("select minute, digest from access_log_minute").one(Roots.Last.class);
    }

    void moveMinute(long minute, String digest) {
        database.sql("update access_log_minute set minute = :minute, digest = :digest")
                .with("minute", minute)
                .with("digest", digest)
                .update();
    }

    void settle(List<Due> settled) {
        database.sql(
                        """
                        update access_log_head set settled_seq = greatest(settled_seq, :seq)
                        where partner_id = :partner and customer_id = :customer""")
                .batch(settled, (one, sql) -> sql.with("seq", one.seq())
                        .with("partner", one.partnerId())
                        .with("customer", one.customerId()));
    }
}
