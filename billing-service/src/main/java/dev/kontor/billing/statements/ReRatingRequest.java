package dev.kontor.billing.statements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether to look only. */
@Schema(name = "ReRatingRequest", description = "How a closed month is rated again")
record ReRatingRequest(
        @Schema(description = "Only show what would change, and change nothing", defaultValue = "false")
                boolean dryRun) {}
