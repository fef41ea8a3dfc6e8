package dev.kontor.billing.copies;

import dev.kontor.platform.database.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of time in which a customer was with a partner.
 *
 * @param until exclusive; null while it lasts
 */
public record Relation(UUID partnerId, UUID customerId, String name, String externalId, Instant since, Instant until) {

    static Relation read(Row row) {
        return new Relation(
                row.id("partner_id"),
                row.id("customer_id"),
                row.text("name"),
                row.text("external_id"),
                row.instant("since"),
                row.instant("until"));
    }

    /**
     * Whose usage it was at {@code instant} (domain.md rule 21).
     *
     * @param relations of one customer; what was observed before the first of them belongs to the first
     */
    public static Optional<UUID> partnerAt(Instant instant, List<Relation> relations) {
        return relations.stream()
                .filter(relation -> !relation.since().isAfter(instant))
                .max(Comparator.comparing(Relation::since))
                .or(() -> relations.stream().min(Comparator.comparing(Relation::since)))
                .map(Relation::partnerId);
    }
}
