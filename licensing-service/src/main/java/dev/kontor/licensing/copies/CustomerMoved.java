package dev.kontor.licensing.copies;

import dev.kontor.licensing.accounts.AccountType;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer is another partner's now; fired in the transaction that stores it, its licences moved along.
 *
 * @param at when it left, which may be earlier than this is learned
 */
public record CustomerMoved(UUID id, UUID previousPartnerId, AccountType accountType, Instant at) {}
