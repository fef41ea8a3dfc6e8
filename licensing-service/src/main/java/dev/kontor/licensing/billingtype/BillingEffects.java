package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.plans.Effect;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a conversion or a key does, or with a dry run would do, in that order. */
@Schema(
        name = "BillingEffects",
        description = "Everything that a change of billing type or a licence key does, or with dryRun would do")
record BillingEffects(@Schema(description = "In the order in which they happen") List<Effect> effects) {}
