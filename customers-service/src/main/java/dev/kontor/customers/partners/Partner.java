package dev.kontor.customers.partners;

import dev.kontor.customers.input.Contact;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A managed service provider; owns nothing outside its own rows. */
@Entity
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // folding is written here and read by queries only
class Partner {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String sortName;

    private int folding;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> programs;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Contact contact;

    @Column(nullable = false)
    private String region;

    @Column(nullable = false)
    private String currency;

    @Column(nullable = false)
    private String locale;

    private String logoHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PartnerStanding state = PartnerStanding.ACTIVE;

    private String stateReason;
    private Instant stateSince;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Version
    private long version;

    protected Partner() {}

    static Partner of(EditablePartner data, Instant now) {
        var partner = new Partner();
        partner.id = Ids.next();
        partner.createdAt = now;
        partner.change(data, now);
        return partner;
    }

    void change(EditablePartner data, Instant now) {
        name = data.name();
        sortName = Folding.of(name);
        folding = Folding.VERSION;
        programs = data.programs().stream().distinct().sorted().toList();
        contact = data.contact();
        region = data.region();
        currency = data.currency();
        locale = data.locale();
        updatedAt = now;
    }

    void showLogo(String hash, Instant now) {
        logoHash = hash;
        updatedAt = now;
    }

    /** False where it was suspended for that reason already. */
    boolean suspend(String reason, Instant now) {
        return become(PartnerStanding.SUSPENDED, reason, now);
    }

    /** False where it was not suspended. */
    boolean resume(String reason, Instant now) {
        return state == PartnerStanding.SUSPENDED && become(PartnerStanding.ACTIVE, reason, now);
    }

    private boolean become(PartnerStanding next, String reason, Instant now) {
        if (state == next && Objects.equals(stateReason, reason)) {
            return false;
        }
        stateSince = state == next ? stateSince : now;
        state = next;
        stateReason = reason;
        updatedAt = now;
        return true;
    }

    EditablePartner editable() {
        return new EditablePartner(name, programs, contact, region, currency, locale);
    }

    PartnerView view() {
        return new PartnerView(
                id,
                name,
                programs,
                contact,
                region,
                currency,
                locale,
                logoHash != null,
                state,
                stateReason,
                stateSince,
                createdAt,
                updatedAt);
    }

    PartnerState state() {
        return new PartnerState(
                id, name, programs, region, currency, locale, logoHash, state == PartnerStanding.SUSPENDED, version);
    }

    PartnerStanding standing() {
        return state;
    }

    /** What lists are ordered by. */
    String sortName() {
        return sortName;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }
}
