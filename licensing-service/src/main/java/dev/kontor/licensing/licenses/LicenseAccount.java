package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.accounts.BillingType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/**
 * All licences of one customer taken together: whoever changes one of them locks this row first, and counts up the
 * version of the state that others learn.
 */
@Entity
@Table(name = "license_accounts")
class LicenseAccount {

    @Id
    private UUID customerId;

    @PartitionKey
    @Column(nullable = false)
    private UUID partnerId;

    private long version;

    /** Decided here; the copy of the customer follows by event. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AccountType accountType;

    private long billingVersion;

    private Instant nextChangeAt;

    protected LicenseAccount() {}

    static LicenseAccount open(UUID customerId, UUID partnerId, AccountType accountType) {
        var account = new LicenseAccount();
        account.customerId = customerId;
        account.partnerId = partnerId;
        account.accountType = accountType;
        return account;
    }

    /** Takes note of a change: the next state has a new version and is good until the next status changes by itself. */
    void changed(Collection<License> licenses, Instant now) {
        version++;
        nextChangeAt = licenses.stream()
                .map(license -> license.term().nextChangeAfter(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Bills it another way from {@code at} on; what others learn of that counts up a version of its own. */
    BillingType billAs(AccountType type, Instant at, String by) {
        accountType = type;
        billingVersion++;
        return new BillingType(customerId, partnerId, type, billingVersion, at, by);
    }

    /** Takes over what its owner says as it moves to another partner. */
    void movedAs(AccountType type) {
        accountType = type;
    }

    AccountType accountType() {
        return accountType;
    }

    UUID customerId() {
        return customerId;
    }

    UUID partnerId() {
        return partnerId;
    }

    long version() {
        return version;
    }

    Instant nextChangeAt() {
        return nextChangeAt;
    }
}
