package dev.kontor.billing.copies;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a customer was with a partner.
 *
 * @param until exclusive; null while it lasts
 */
public record Relation(
        UUID partnerId,
        UUID customerId,
        String name,
        @Nullable String externalId,
        Instant since,
        @Nullable Instant until) {

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
