package dev.kontor.licensing.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * How an account is billed: what customers-service is told, and the state of {@code billing-type/{customerId}} on
 * {@code kontor.licensing.v1}.
 *
 * @param version counts the changes of this customer's billing type; an older one never replaces a newer
 */
public record BillingType(
        UUID customerId, UUID partnerId, AccountType accountType, long version, Instant at, String by) {}
