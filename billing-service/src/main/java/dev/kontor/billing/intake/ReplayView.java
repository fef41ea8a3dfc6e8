package dev.kontor.billing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a replay did; {@code evaluated} is the sum of the other two. */
@Schema(name = "UsageReplay")
record ReplayView(int evaluated, int stored, int quarantined) {}
