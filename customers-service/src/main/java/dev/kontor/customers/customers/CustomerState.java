package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer as other services hear of it.
 *
 * @param products those chosen as the account was made
 * @param disconnectedAt when it last left a partner, null where it never did; monthly licences end with it
 */
record CustomerState(
        UUID id,
        UUID partnerId,
        String name,
        String displayName,
        String region,
        AccountType accountType,
        boolean managed,
        String externalId,
        List<String> products,
        Instant termsAcceptedAt,
        String logoHash,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Instant disconnectedAt,
        long version) {

    /** As it stands once the database has moved it. */
    CustomerState nextVersion() {
        return new CustomerState(
                id,
                partnerId,
                name,
                displayName,
                region,
                accountType,
                managed,
                externalId,
                products,
                termsAcceptedAt,
                logoHash,
                createdBy,
                createdAt,
                updatedAt,
                disconnectedAt,
                version + 1);
    }
}
