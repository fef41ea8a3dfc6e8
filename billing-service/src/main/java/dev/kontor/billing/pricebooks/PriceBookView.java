package dev.kontor.billing.pricebooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price book in its latest version. */
@Schema(name = "PriceBook")
record PriceBookView(
        String id,
        int version,
        String scope,
        @Schema(nullable = true) String region,
        @Schema(nullable = true) UUID partnerId,
        LocalDate effectiveFrom,
        String currency,
        String proration,
        String onProductChange,
        List<PriceEntryBody> entries,
        Instant createdAt) {}
