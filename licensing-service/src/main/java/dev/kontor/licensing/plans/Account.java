package dev.kontor.licensing.plans;

import dev.kontor.licensing.accounts.AccountType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as it stands when something is planned for it.
 *
 * @param version of its licences; a plan carried out counts it up
 * @param held the licences that have not ended, those that start later included
 * @param at when a plan made now takes effect: see {@link EffectiveTime}
 */
public record Account(UUID customerId, AccountType type, long version, List<Held> held, Instant at) {}
