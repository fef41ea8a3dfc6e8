package dev.kontor.customers.accesslog;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The log's table; nobody is granted more than to add to it and to read it. */
@ApplicationScoped
class AccessLogRows {

    private final Database database;

    AccessLogRows(Database database) {
        this.database = database;
    }

    /** An entry with its place in the chain. */
    record Link(AccessEntry entry, long seq, byte[] hash) {}

    /** Where a chain ends; {@code hash} is its last entry's. */
    record Head(UUID partnerId, long seq, ByteBuffer hash) {}

    /** The chain's head, an empty one before its first entry; until the transaction ends nobody else moves it. */
    Head lockHead(AccessEntry entry) {
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

    void moveHead(AccessEntry entry, long seq, byte[] hash) {
        database.sql(
                        """
                        update access_log_head set seq = :seq, hash = :hash
                        where partner_id = :partner and customer_id = :customer""")
                .with("seq", seq)
                .with("hash", hash)
                .with("partner", entry.partnerId())
                .with("customer", entry.customerId())
                .update();
    }

    /** Where the customer's chains end, one for each partner that left entries. */
    Set<Head> heads(UUID customerId) {
        return new HashSet<>(
                database.sql("select partner_id, seq, hash from access_log_head where customer_id = :customer")
                        .with("customer", customerId)
                        .list(AccessLogRows::head));
    }

    private static Head head(Row row) {
        return new Head(row.id("partner_id"), row.number("seq"), ByteBuffer.wrap(row.bytes("hash")));
    }

    void add(AccessEntry entry, long seq, byte[] hash) {
        database.sql(
                        """
                        insert into access_log (partner_id, customer_id, seq, id, subject, role, actor, action, path,
                            outcome, reason, at, trace_id, hash)
                        values (:partnerId, :customerId, :seq, :id, :subject, :role, :actor, :action, :path,
                            :outcome, :reason, :at, :traceId, :hash)""")
                .with(entry)
                .with("seq", seq)
                .with("hash", hash)
                .update();
    }

    /** Newest first. */
    List<AccessEntry> newest(UUID customerId, PageRequest page) {
        var query = database.sql("select * from access_log where customer_id = :customer"
                        + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                        + " order by at desc, id desc limit " + page.fetch())
                .with("customer", customerId);
        page.after(last -> query.with("at", Moment.ofCursor(last.get(0))).with("id", UUID.fromString(last.get(1))));
        return query.list(AccessEntry.class);
    }

    long count(UUID customerId) {
        return database.sql("select count(*) from access_log where customer_id = :customer")
                .with("customer", customerId)
                .one(Long.class);
    }

    /** A stretch of the customer's chains in their order, behind the link that was read last. */
    List<Link> chain(UUID customerId, UUID afterPartner, long afterSeq, int limit) {
        return database.sql(
                        """
                        select * from access_log where customer_id = :customer and (partner_id, seq) > (:partner, :seq)
                        order by partner_id, seq limit :limit""")
                .with("customer", customerId)
                .with("partner", afterPartner)
                .with("seq", afterSeq)
                .with("limit", limit)
                .list(row -> new Link(row.as(AccessEntry.class), row.number("seq"), row.bytes("hash")));
    }
}
