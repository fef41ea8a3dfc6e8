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

    /** Whether the customer was with the partner at {@code instant}. */
    public boolean covers(Instant instant) {
        return !since.isAfter(instant) && (until == null || until.isAfter(instant));
    }

    /**
     * Whose customer it was at {@code instant}.
     *
     * @param relations of one customer; what was before the first of them belongs to the first, and after one that ended still to that
     */
    public static Optional<UUID> partnerAt(Instant instant, List<Relation> relations) {
        return relations.stream()
                .filter(relation -> !relation.since().isAfter(instant))
                .max(Comparator.comparing(Relation::since))
                .or(() -> relations.stream().min(Comparator.comparing(Relation::since)))
                .map(Relation::partnerId);
    }
}
