package dev.kontor.reporting.copies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

    @Column(nullable = false)
    private String name;

    private String logoHash;

    /** Null where it was told before anybody asked for this. */
    private Boolean managed;

    /** The owner's version, not ours. */
    private long version;

    protected Customer() {}

    static Customer of(CustomerState state) {
        Customer customer = new Customer();
        customer.id = state.id();
        customer.take(state);
        return customer;
    }

    boolean isOlderThan(CustomerState state) {
        return version < state.version() || (managed == null && version == state.version());
    }

    void take(CustomerState state) {
        partnerId = state.partnerId();
        name = state.shownName();
        logoHash = state.logoHash();
        managed = state.managed();
        version = state.version();
    }

    UUID partnerId() {
        return partnerId;
    }

    String name() {
        return name;
    }

    String logoHash() {
        return logoHash;
    }
}
