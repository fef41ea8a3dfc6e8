package dev.kontor.customers.assistance;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of consents, line by line; nobody is granted more than to add and to read. */
@ApplicationScoped
class AssistanceHistory {

    private final Database database;

    AssistanceHistory(Database database) {
        this.database = database;
    }

    /** One thing that happened; {@code by} is null where it came by itself. */
    @Schema(name = "PartnerAssistanceChange", description = "Something that became of the consent")
    record Line(
            UUID id,
            ConsentChange change,
            @Schema(description = "Why it came on; null for everything else", nullable = true) ConsentSource source,
            @Schema(description = "The subject who did it; null where it came by itself", nullable = true) String by,
            @Schema(description = "When") Instant at,
            @Schema(description = "Until when it was switched on; null for without end", nullable = true)
                    Instant expiresAt) {}

    void add(AssistanceState state, ConsentChange change, String by, Instant at) {
        database.sql(
                        """
                        insert into assistance_history (partner_id, id, customer_id, change, source, by, at, expires_at)
                        values (:partner, :id, :customer, :change, :source, :by, :at, :expires)""")
                .with("partner", state.partnerId())
                .with("id", Ids.next())
                .with("customer", state.customerId())
                .with("change", change)
                .with("source", state.source())
                .with("by", by)
                .with("at", at)
                .with("expires", state.expiresAt())
                .update();
    }

    /** Newest first. */
    List<Line> newest(UUID customerId, PageRequest page) {
        var query = database.sql(
                        """
                        select id, change, source, by, at, expires_at from assistance_history
                        where customer_id = :customer"""
                                + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                                + " order by at desc, id desc limit " + page.fetch())
                .with("customer", customerId);
        page.after(last -> query.with("at", Moment.ofCursor(last.get(0))).with("id", UUID.fromString(last.get(1))));
        return query.list(Line.class);
    }

    long count(UUID customerId) {
        return database.sql("select count(*) from assistance_history where customer_id = :customer")
                .with("customer", customerId)
                .one(Long.class);
    }
}
