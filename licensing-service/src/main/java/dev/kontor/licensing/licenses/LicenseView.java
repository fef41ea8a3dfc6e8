package dev.kontor.licensing.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.web.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A licence as callers see it. */
@Schema(name = "License", description = "A licence: a product, for a customer, over some time")
record LicenseView(
        @Schema(description = "Stays the same until the licence ends") UUID id,
        @Schema(description = "The customer that holds it") UUID customerId,
        @Schema(description = "What it is for") ProductOfLicense product,
        @Schema(description = "How it came about and is paid for") LicenseType type,
        @Schema(description = "Derived from the dates and the current time") LicenseStatus status,
        @Schema(description = "The ordered quantity; null if none was ordered", nullable = true, examples = "50")
                Integer quantity,
        @Schema(description = "Usage is not capped: a trial, or billed by usage") boolean unlimited,
        @Schema(description = "The day (UTC) on which it starts or started", examples = "2026-11-22")
                LocalDate startDate,
        @Schema(
                        description = "The day (UTC) on which the licence ends or ended; null if it has no end",
                        nullable = true)
                LocalDate endDate,
        @Schema(description = "Part of a managed order (MSP Flex Connect)") boolean managed,
        @Schema(description = "Actions, and whether the caller may take them") Map<String, Action> actions) {

    @Schema(name = "ProductOfLicense", description = "The product that a licence is for")
    record ProductOfLicense(
            @Schema(description = "Never changes, even if the product is renamed", examples = "endpoint-advanced")
                    String code,
            @Schema(description = "The present name", examples = "Endpoint Advanced") String name,
            @Schema(description = "What it protects") Category category) {}

    @Schema(name = "LicenseAction", description = "Whether an action is possible now", requiredProperties = "allowed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            @Schema(description = "True if the call would change something now") boolean allowed,
            @Schema(description = "Why it is not allowed, as a problem code", nullable = true) String reason) {

        static Action of(Optional<ProblemType> refusal) {
            return new Action(refusal.isEmpty(), refusal.map(ProblemType::code).orElse(null));
        }
    }

    static LicenseView of(LicenseRow row, Holder holder, Instant now) {
        var status = row.statusAt(now);
        return new LicenseView(
                row.id(),
                row.customerId(),
                new ProductOfLicense(row.product(), row.productName(), row.category()),
                row.type(),
                status,
                row.quantity(),
                Quantities.unlimited(row.type(), row.quantity()),
                day(row.startAt()),
                day(row.endAt()),
                row.type() == LicenseType.ORDERED,
                Map.of(
                        "change", Action.of(holder.refusal(row.accountType(), status)),
                        "redeemKey", Action.of(holder.keyRefusal(row.accountType())),
                        "convertBillingType", Action.of(holder.conversionRefusal(row.accountType()))));
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
