package dev.kontor.licensing.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A managed order as callers see it. */
@Schema(name = "ManagedOrder")
record ManagedOrderView(UUID id, UUID customerId, List<OrderedProduct> products, Instant orderedAt, String orderedBy) {}
