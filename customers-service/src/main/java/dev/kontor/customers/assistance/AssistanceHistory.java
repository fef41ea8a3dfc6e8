package dev.kontor.customers.assistance;

import dev.kontor.platform.database.Values;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** What became of consents, line by line; nobody is granted more than to add and to read. */
@ApplicationScoped
class AssistanceHistory {

    private final Session database;

    AssistanceHistory(Session database) {
        this.database = database;
    }

    /** One thing that happened; {@code by} is null where it came by itself. */
    @Schema(name = "PartnerAssistanceChange")
    record Line(
            UUID id,
            @Schema(enumeration = {"on", "off", "expired", "requested"}) String change,
            @Schema(
                            enumeration = {"partner-trial", "monthly-account", "managed-order", "customer-admin"},
                            nullable = true)
                    String source,
            @Schema(nullable = true) String by,
            Instant at,
            @Schema(nullable = true) Instant expiresAt) {}

    void add(AssistanceState state, String change, String by, Instant at) {
        database.createNativeMutationQuery(
                        """
                        insert into assistance_history (partner_id, id, customer_id, change, source, by, at, expires_at)
                        values (?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as text), ?7, cast(?8 as timestamptz))""")
                .setParameter(1, state.partnerId())
                .setParameter(2, Ids.next())
                .setParameter(3, state.customerId())
                .setParameter(4, change)
                .setParameter(5, state.source())
                .setParameter(6, by)
                .setParameter(7, at)
                .setParameter(
                        8, state.expiresAt() == null ? null : state.expiresAt().toString())
                .executeUpdate();
    }

    /** Newest first. */
    List<Line> newest(UUID customerId, PageRequest page) {
        var query = database.createNativeQuery(
                """
                select id, change, source, by, at, expires_at from assistance_history where customer_id = :customer"""
                        + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                        + " order by at desc, id desc limit " + page.fetch(),
                Tuple.class);
        page.after(last -> query.setParameter("at", Moment.ofCursor(last.get(0)))
                .setParameter("id", UUID.fromString(last.get(1))));
        return query.setParameter("customer", customerId)
                .getResultStream()
                .map(AssistanceHistory::line)
                .toList();
    }

    long count(UUID customerId) {
        return Values.of(database, "select count(*) from assistance_history where customer_id = ?1", Long.class)
                .setParameter(1, customerId)
                .getSingleResult();
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("id", UUID.class),
                row.get("change", String.class),
                row.get("source", String.class),
                row.get("by", String.class),
                row.get("at", Instant.class),
                row.get("expires_at", Instant.class));
    }
}
