package dev.kontor.billing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a replay did; {@code evaluated} is the sum of the other two. */
@Schema(name = "UsageReplay", description = "What became of the quarantined usage")
record ReplayView(
        @Schema(description = "Number of events that were looked at") int evaluated,
        @Schema(description = "Number of them that are counted now") int stored,
        @Schema(description = "Number of them that stay aside") int quarantined) {}
