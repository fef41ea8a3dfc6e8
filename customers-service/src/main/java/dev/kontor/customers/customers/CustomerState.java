package dev.kontor.customers.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer as other services hear of it; {@code products} are those chosen as the account was made. */
record CustomerState(
        UUID id,
        UUID partnerId,
        String name,
        String displayName,
        String region,
        String accountType,
        boolean managed,
        String externalId,
        List<String> products,
        Instant termsAcceptedAt,
        String logoHash,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
