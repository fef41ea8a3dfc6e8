package dev.kontor.customers.accesslog;

import dev.kontor.platform.database.Values;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The log's table; nobody is granted more than to add to it and to read it. */
@ApplicationScoped
class AccessLogRows {

    private static final String COLUMNS =
            """
            partner_id, customer_id, seq, id, subject, role, actor, action, path, outcome, reason, at, trace_id, hash""";

    private final Session database;

    AccessLogRows(Session database) {
        this.database = database;
    }

    /** An entry with its place in the chain. */
    record Link(AccessEntry entry, long seq, byte[] hash) {}

    /** Where a chain ends; {@code hash} is its last entry's. */
    record Head(UUID partnerId, long seq, ByteBuffer hash) {}

    /** The chain's head, an empty one before its first entry; until the transaction ends nobody else moves it. */
    Head lockHead(AccessEntry entry) {
        database.createNativeMutationQuery(
                        """
                        insert into access_log_head (partner_id, customer_id, seq, hash) values (?1, ?2, 0, ?3)
                        on conflict do nothing""")
                .setParameter(1, entry.partnerId())
                .setParameter(2, entry.customerId())
                .setParameter(3, AccessEntry.START)
                .executeUpdate();
        return head(database.createNativeQuery(
                        """
                        select partner_id, seq, hash from access_log_head where partner_id = ?1 and customer_id = ?2
                        for update""",
                        Tuple.class)
                .setParameter(1, entry.partnerId())
                .setParameter(2, entry.customerId())
                .getSingleResult());
    }

    void moveHead(AccessEntry entry, long seq, byte[] hash) {
        database.createNativeMutationQuery(
                        "update access_log_head set seq = ?1, hash = ?2 where partner_id = ?3 and customer_id = ?4")
                .setParameter(1, seq)
                .setParameter(2, hash)
                .setParameter(3, entry.partnerId())
                .setParameter(4, entry.customerId())
                .executeUpdate();
    }

    /** Where the customer's chains end, one for each partner that left entries. */
    Set<Head> heads(UUID customerId) {
        return database.createNativeQuery(
                        "select partner_id, seq, hash from access_log_head where customer_id = ?1", Tuple.class)
                .setParameter(1, customerId)
                .getResultStream()
                .map(AccessLogRows::head)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Head head(Tuple row) {
        return new Head(
                row.get("partner_id", UUID.class),
                row.get("seq", Long.class),
                ByteBuffer.wrap(row.get("hash", byte[].class)));
    }

    void add(AccessEntry entry, long seq, byte[] hash) {
        var values = new Object[] {
            entry.partnerId(),
            entry.customerId(),
            seq,
            entry.id(),
            entry.subject(),
            entry.role(),
            entry.actor(),
            entry.action(),
            entry.path(),
            entry.outcome(),
            entry.reason(),
            entry.at(),
            entry.traceId(),
            hash
        };
        var query = database.createNativeMutationQuery("insert into access_log (" + COLUMNS
                + ") values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), cast(?7 as text), ?8, ?9, ?10, cast(?11 as text), ?12,"
                + " cast(?13 as text), ?14)");
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    /** Newest first. */
    List<AccessEntry> newest(UUID customerId, PageRequest page) {
        var query = database.createNativeQuery(
                "select " + COLUMNS + " from access_log where customer_id = :customer"
                        + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                        + " order by at desc, id desc limit " + page.fetch(),
                Tuple.class);
        page.after(last -> query.setParameter("at", Moment.ofCursor(last.get(0)))
                .setParameter("id", UUID.fromString(last.get(1))));
        return links(query.setParameter("customer", customerId).getResultList()).stream()
                .map(Link::entry)
                .toList();
    }

    long count(UUID customerId) {
        return Values.of(database, "select count(*) from access_log where customer_id = ?1", Long.class)
                .setParameter(1, customerId)
                .getSingleResult();
    }

    /** A stretch of the customer's chains in their order, behind the link that was read last. */
    List<Link> chain(UUID customerId, UUID afterPartner, long afterSeq, int limit) {
        return links(database.createNativeQuery(
                        "select " + COLUMNS
                                + " from access_log where customer_id = ?1 and (partner_id, seq) > (?2, ?3)"
                                + " order by partner_id, seq limit " + limit,
                        Tuple.class)
                .setParameter(1, customerId)
                .setParameter(2, afterPartner)
                .setParameter(3, afterSeq)
                .getResultList());
    }

    private static List<Link> links(List<Tuple> rows) {
        return rows.stream().map(AccessLogRows::link).toList();
    }

    private static Link link(Tuple row) {
        var entry = new AccessEntry(
                row.get("id", UUID.class),
                row.get("partner_id", UUID.class),
                row.get("customer_id", UUID.class),
                row.get("subject", String.class),
                row.get("role", String.class),
                row.get("actor", String.class),
                row.get("action", String.class),
                row.get("path", String.class),
                row.get("outcome", String.class),
                row.get("reason", String.class),
                row.get("at", Instant.class),
                row.get("trace_id", String.class));
        return new Link(entry, row.get("seq", Long.class), row.get("hash", byte[].class));
    }
}
