package dev.kontor.licensing.copies;

import dev.kontor.licensing.accounts.AccountType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer is known here for the first time; fired in the transaction that stores it, so that it is fired once.
 *
 * @param products codes that were chosen when the account was created
 */
public record CustomerLearned(
        UUID id, UUID partnerId, AccountType accountType, List<String> products, Instant createdAt) {}
