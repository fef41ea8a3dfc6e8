package dev.kontor.licensing.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A managed order as callers see it. */
@Schema(name = "ManagedOrder", description = "An order that the vendor manages (MSP Flex Connect); it never changes")
record ManagedOrderView(
        @Schema(description = "Given when the order is placed") UUID id,
        @Schema(description = "The customer that it was placed for") UUID customerId,
        @Schema(description = "What was ordered, as in the request") List<OrderedProduct> products,
        @Schema(description = "When it was placed") Instant orderedAt,
        @Schema(description = "The sub of the token that placed it") String orderedBy) {}
