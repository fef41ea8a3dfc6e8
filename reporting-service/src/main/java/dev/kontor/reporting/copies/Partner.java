package dev.kontor.reporting.copies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The copy of a partner; a newer state replaces it, an older one never does. */
@Entity
@Table(name = "partners")
class Partner {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    private String locale;
    private String logoHash;

    /** The owner's version, not ours. */
    private long version;

    protected Partner() {}

    static Partner of(PartnerState state) {
        Partner partner = new Partner();
        partner.id = state.id();
        partner.take(state);
        return partner;
    }

    boolean isOlderThan(PartnerState state) {
        return version < state.version();
    }

    void take(PartnerState state) {
        name = state.name();
        locale = state.locale();
        logoHash = state.logoHash();
        version = state.version();
    }

    String name() {
        return name;
    }

    String locale() {
        return locale;
    }

    String logoHash() {
        return logoHash;
    }
}
