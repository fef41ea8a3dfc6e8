package dev.kontor.licensing.licenses;

import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.copies.CustomerLearned;
import dev.kontor.licensing.plans.Effect;
import dev.kontor.licensing.plans.Held;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseSummary;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.PartitionKey;

/**
 * The right of one customer to use one product from one instant to another; for monthly ones, one segment of it.
 *
 * <p>A segment's product and quantity never change, nor does its start once it began: whatever is chosen anew ends it
 * and starts the next.
 */
@Entity
@Table(name = "licenses")
@SuppressWarnings("UnusedVariable") // Some columns only queries read.
class License {

    private static final Duration TRIAL_LENGTH = Duration.ofDays(30);

    @Id
    private UUID id;

    @PartitionKey
    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private String product;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Category category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LicenseType type;

    private Integer quantity;

    @Column(nullable = false)
    private Instant startAt;

    private Instant endAt;

    private boolean revoked;

    private boolean continued;

    /** The end to sort and compare by: that of a licence without one lies far ahead. */
    @Generated
    @Column(nullable = false, insertable = false, updatable = false)
    private Instant endsAt;

    @Version
    private long version;

    protected License() {}

    /** One of the licences an account is created with; the same account and product give the same licence. */
    static License first(CustomerLearned customer, Offer offer, LicenseType type) {
        var name = "first-license/" + customer.id() + "/" + offer.code();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var license = new License(id, customer.partnerId(), customer.id(), offer, type, customer.createdAt());
        if (type == LicenseType.TRIAL) {
            license.endAt = license.startAt.plus(TRIAL_LENGTH);
        }
        return license;
    }

    /** A monthly segment that starts now; a null quantity is none ordered. */
    static License monthly(LicenseAccount account, Offer offer, Integer quantity, Instant now) {
        var type = LicenseType.MONTHLY;
        var license = new License(Ids.next(), account.partnerId(), account.customerId(), offer, type, now);
        license.quantity = quantity;
        return license;
    }

    /** What a plan starts. */
    static License planned(LicenseAccount account, Offer offer, Effect effect) {
        var license = new License(
                effect.licenseId(),
                account.partnerId(),
                account.customerId(),
                offer,
                effect.licenseType(),
                effect.at());
        license.quantity = effect.quantity();
        license.endAt = effect.endAt();
        return license;
    }

    private License(UUID id, UUID partnerId, UUID customerId, Offer offer, LicenseType type, Instant startAt) {
        this.id = id;
        this.partnerId = partnerId;
        this.customerId = customerId;
        this.product = offer.code();
        this.category = offer.category();
        this.type = type;
        // As exact as the database keeps it, so that a boundary is the same instant in Java and in SQL.
        this.startAt = startAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Ends it now, for good. */
    void end(Instant now) {
        endAt = now.truncatedTo(ChronoUnit.MICROS);
        if (startAt.isAfter(endAt)) {
            // It never began: a renewal that waited, or one that another service's clock started "in a moment".
            startAt = endAt;
        }
        revoked = true;
    }

    /** Ends this segment now, since another one of its product takes over at that instant. */
    void endContinued(Instant now) {
        end(now);
        continued = true;
    }

    LicenseStatus statusAt(Instant now) {
        return term().statusAt(now);
    }

    Term term() {
        return new Term(type, endAt, revoked);
    }

    Held held() {
        return new Held(id, product, type, quantity, startAt, endAt);
    }

    /** When it starts and ends. */
    Stream<Instant> boundaries() {
        return endAt == null ? Stream.of(startAt) : Stream.of(startAt, endAt);
    }

    boolean isRunningSegment(Instant now) {
        return type == LicenseType.MONTHLY && statusAt(now).protects();
    }

    LicenseSummary.Entry summaryEntry(Instant now) {
        return new LicenseSummary.Entry(category, type, statusAt(now));
    }

    LicenseState state(Instant now) {
        return new LicenseState(
                id,
                product,
                category,
                type,
                statusAt(now),
                quantity,
                Quantities.unlimited(type, quantity),
                startAt,
                endAt,
                type == LicenseType.ORDERED);
    }

    boolean endedBefore(Instant instant) {
        return endAt != null && endAt.isBefore(instant);
    }

    UUID id() {
        return id;
    }

    UUID customerId() {
        return customerId;
    }

    String product() {
        return product;
    }

    Integer quantity() {
        return quantity;
    }

    Instant endsAt() {
        return endsAt;
    }
}
