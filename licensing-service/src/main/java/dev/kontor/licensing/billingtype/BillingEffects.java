package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.plans.Effect;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that a conversion or a key does, or with a dry run would do, in that order. */
@Schema(name = "BillingEffects")
record BillingEffects(List<Effect> effects) {}
