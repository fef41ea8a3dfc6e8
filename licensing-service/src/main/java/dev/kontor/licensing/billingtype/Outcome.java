package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.accounts.BillingType;
import dev.kontor.licensing.plans.Effect;
import java.util.List;

/**
 * What a plan did, or would do.
 *
 * @param billing what the account's owner must be told; null where nothing of that changed
 */
record Outcome(List<Effect> effects, BillingType billing) {}
