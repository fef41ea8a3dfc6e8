package dev.kontor.licensing.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The copy of a customer; a newer state replaces it, an older one never does. */
@Entity
@Table(name = "customers")
class Customer {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AccountType accountType;

    /** The owner's version, not ours. */
    private long version;

    protected Customer() {}

    static Customer of(CustomerState state) {
        var customer = new Customer();
        customer.id = state.id();
        customer.take(state);
        return customer;
    }

    boolean isOlderThan(CustomerState state) {
        return version < state.version();
    }

    void take(CustomerState state) {
        partnerId = state.partnerId();
        accountType = state.accountType();
        version = state.version();
    }

    UUID partnerId() {
        return partnerId;
    }

    AccountType accountType() {
        return accountType;
    }
}
