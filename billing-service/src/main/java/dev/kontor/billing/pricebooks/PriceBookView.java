package dev.kontor.billing.pricebooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price book in its latest version. */
@Schema(name = "PriceBook", description = "A price book of the vendor")
record PriceBookView(
        @Schema(description = "Chosen by the operator") String id,
        @Schema(description = "Goes up by one with each change; a stored version never changes") int version,
        @Schema(
                        description =
                                "default: for everybody. region: for partners of a region. partner: for one partner; the narrowest one applies",
                        enumeration = {"default", "region", "partner"})
                String scope,
        @Schema(description = "Only of the scope region", nullable = true) String region,
        @Schema(description = "Only of the scope partner", nullable = true) UUID partnerId,
        @Schema(description = "Months that begin on or after this day use it") LocalDate effectiveFrom,
        @Schema(description = "Of all its prices") String currency,
        @Schema(
                        description = "What a licence costs that covers only a part of the month",
                        enumeration = {"full-month", "by-day"})
                String proration,
        @Schema(
                        description = "What is charged when a customer's products change within the month",
                        enumeration = {"each", "last"})
                String onProductChange,
        @Schema(description = "The prices, one entry a product") List<PriceEntryBody> entries,
        @Schema(description = "When this version was stored") Instant createdAt) {}
