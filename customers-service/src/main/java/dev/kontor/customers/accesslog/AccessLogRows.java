package dev.kontor.customers.accesslog;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log's table: nobody is granted more than to add to it and to read it, and triggers refuse the rest to its owner. */
@ApplicationScoped
class AccessLogRows {

    private final Database database;

    AccessLogRows(Database database) {
        this.database = database;
    }

    /** The chain's head, an empty one before its first entry; until the transaction ends nobody else moves it. */
    ChainHead lockHead(AccessEntry entry) {
        database.sql(
                        """
                        insert into access_log_head (partner_id, customer_id, seq, hash)
                        values (:partner, :customer, 0, :start) on conflict do nothing""")
                .with("partner", entry.partnerId())
                .with("customer", entry.customerId())
                .with("start", AccessEntry.START)
                .update();
        return database.sql(
                        """
                        select partner_id, seq, hash from access_log_head
                        where partner_id = :partner and customer_id = :customer for update""")
                .with("partner", entry.partnerId())
                .with("customer", entry.customerId())
                .first(AccessLogRows::head)
                .orElseThrow();
    }

    void moveHead(Link to) {
        database.sql(
                        """
                        update access_log_head set seq = :seq, hash = :hash, moved_at = clock_timestamp()
                        where partner_id = :partner and customer_id = :customer""")
                .with("seq", to.seq())
                .with("hash", to.hash())
                .with("partner", to.entry().partnerId())
                .with("customer", to.entry().customerId())
                .update();
    }

    /** Where the customer's chains end, one for each partner that left entries; the one that was added to last is the first. */
    List<ChainHead> heads(UUID customerId) {
        return database.sql(
                        """
                        select partner_id, seq, hash from access_log_head where customer_id = :customer
                        order by moved_at desc, partner_id""")
                .with("customer", customerId)
                .list(AccessLogRows::head);
    }

    private static ChainHead head(Row row) {
        return new ChainHead(row.id("partner_id"), row.number("seq"), ByteBuffer.wrap(row.bytes("hash")));
    }

    boolean has(AccessEntry entry) {
        return database.sql("select 1 from access_log where id = :id")
                .with("id", entry.id())
                .exists();
    }

    void add(Link link) {
        database.sql(
                        """
                        insert into access_log (partner_id, customer_id, seq, id, subject, subject_salt,
                            subject_commitment, role, actor, actor_salt, actor_commitment, action, path, outcome,
                            reason, at, trace_id, hash)
                        values (:partnerId, :customerId, :seq, :id, :subject, :subjectSalt, :subjectCommitment, :role,
                            :actor, :actorSalt, :actorCommitment, :action, :path, :outcome, :reason, :at, :traceId,
                            :hash)""")
                .with(link.entry())
                .with("subjectSalt", link.subject().salt())
                .with("subjectCommitment", link.subject().hash())
                .with("actorSalt", link.actor() == null ? null : link.actor().salt())
                .with(
                        "actorCommitment",
                        link.actor() == null ? null : link.actor().hash())
                .with("seq", link.seq())
                .with("hash", link.hash())
                .update();
    }

    /** Newest first. */
    List<Link> newest(UUID customerId, PageRequest page) {
        var query = database.sql("select * from access_log where customer_id = :customer"
                        + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                        + " order by at desc, id desc limit " + page.fetch())
                .with("customer", customerId);
        page.after(last -> query.with("at", Moment.ofCursor(last.get(0))).with("id", UUID.fromString(last.get(1))));
        return query.list(AccessLogRows::link);
    }

    long count(UUID customerId) {
        return database.sql("select count(*) from access_log where customer_id = :customer")
                .with("customer", customerId)
                .one(Long.class);
    }

    boolean exist(UUID customerId) {
        return database.sql("select 1 from access_log where customer_id = :customer limit 1")
                .with("customer", customerId)
                .exists();
    }

    /** A stretch of a chain in its order, behind the place that was read last. */
    List<Link> stretch(UUID customerId, UUID partnerId, long after, int limit) {
        return database.sql(
                        """
                        select * from access_log
                        where partner_id = :partner and customer_id = :customer and seq > :after
                        order by seq limit :limit""")
                .with("customer", customerId)
                .with("partner", partnerId)
                .with("after", after)
                .with("limit", limit)
                .list(AccessLogRows::link);
    }

    /** The entry at that place of a chain. */
    Optional<Link> link(UUID customerId, UUID partnerId, long seq) {
        return database.sql(
                        "select * from access_log where partner_id = :partner and customer_id = :customer and seq = :seq")
                .with("customer", customerId)
                .with("partner", partnerId)
                .with("seq", seq)
                .first(AccessLogRows::link);
    }

    private static Link link(Row row) {
        return new Link(
                row.as(AccessEntry.class),
                commitment(row, "subject"),
                commitment(row, "actor"),
                row.number("seq"),
                row.bytes("hash"));
    }

    private static Commitment commitment(Row row, String value) {
        var hash = row.bytes(value + "_commitment");
        return hash == null ? null : new Commitment(row.bytes(value + "_salt"), hash);
    }
}
