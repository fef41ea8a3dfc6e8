package dev.kontor.billing.pricebooks;

import dev.kontor.billing.rating.PriceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One version of a price book; it never changes.
 *
 * @param book what is rated by
 */
public record PriceBookVersion(
        String id,
        int version,
        String scope,
        String region,
        UUID partnerId,
        LocalDate effectiveFrom,
        PriceBook book,
        List<PriceEntryBody> entries,
        Instant createdAt) {

    /** How near to a partner it is: its own counts before its region's, that before the default. */
    int nearness() {
        return switch (scope) {
            case "partner" -> 2;
            case "region" -> 1;
            default -> 0;
        };
    }
}
