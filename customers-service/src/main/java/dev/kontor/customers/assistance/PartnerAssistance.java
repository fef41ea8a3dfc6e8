package dev.kontor.customers.assistance;

import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A customer's consent as it stands (domain.md rules 13 and 14). Only the customer's administrator switches it; what it
 * switched off stays off for everything but itself.
 */
@Entity
@DynamicUpdate
class PartnerAssistance {

    @Id
    private UUID customerId;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private ConsentState state;

    private ConsentSource source;

    @Column(nullable = false)
    private Instant since;

    private Instant expiresAt;

    @Column(nullable = false)
    private UUID grantId;

    private Instant requestedAt;

    /** Ended by the customer's administrator, by hand or by a date that has come: nothing else opens it again. */
    private boolean customerClosed;

    @Version
    private long version;

    protected PartnerAssistance() {}

    /** Comes on by itself with the account: {@code source} says why. */
    static PartnerAssistance onFor(UUID partnerId, UUID customerId, ConsentSource source, Instant now) {
        var assistance = new PartnerAssistance();
        assistance.partnerId = partnerId;
        assistance.customerId = customerId;
        assistance.grant(source, null, now);
        return assistance;
    }

    /** Nobody consented to anything yet, and only the customer's administrator will (domain.md rule 11). */
    static PartnerAssistance offFor(UUID partnerId, UUID customerId, Instant now) {
        var assistance = new PartnerAssistance();
        assistance.partnerId = partnerId;
        assistance.customerId = customerId;
        assistance.state = ConsentState.OFF;
        assistance.customerClosed = true;
        assistance.since = now;
        assistance.grantId = Ids.next();
        return assistance;
    }

    /**
     * Comes on by itself for what the account became (rule 13), unless the customer's administrator ended it. One that is
     * on goes on under the same grant; what the administrator gave stays as it was given.
     *
     * @return whether anything changed
     */
    boolean comeOn(ConsentSource why, Instant now) {
        if (customerClosed || hasExpired(now) || (why == source && isOn(now))) {
            return false;
        }
        if (!isOn(now)) {
            grant(why, null, now);
            return true;
        }
        if (source == ConsentSource.CUSTOMER_ADMIN) {
            return false;
        }
        source = why;
        return true;
    }

    /** The date has come until which the administrator gave it. */
    void expire() {
        state = ConsentState.OFF;
        since = expiresAt;
        customerClosed = true;
    }

    /** The customer's administrator switches it on, until {@code expires} or until further notice. */
    void switchOn(Instant expires, Instant now) {
        if (isOn(now) && source == ConsentSource.CUSTOMER_ADMIN) {
            // The same grant goes on; only its end may have moved.
            expiresAt = expires;
            requestedAt = null;
            return;
        }
        customerClosed = false;
        grant(ConsentSource.CUSTOMER_ADMIN, expires, now);
    }

    /** The customer's administrator switches it off, which also answers a question; only itself switches it on again. */
    void switchOff(Instant now) {
        requestedAt = null;
        customerClosed = true;
        if (state == ConsentState.ON) {
            state = ConsentState.OFF;
            since = now;
            expiresAt = null;
        }
    }

    /** The partner asks; a repeat changes nothing. */
    boolean ask(Instant now) {
        if (requestedAt != null) {
            return false;
        }
        requestedAt = now;
        return true;
    }

    boolean isOn(Instant now) {
        return state == ConsentState.ON && !hasExpired(now);
    }

    private boolean hasExpired(Instant now) {
        return state == ConsentState.ON && expiresAt != null && !expiresAt.isAfter(now);
    }

    boolean isOf(UUID partner) {
        return partnerId.equals(partner);
    }

    private void grant(ConsentSource why, Instant expires, Instant now) {
        state = ConsentState.ON;
        source = why;
        since = now;
        expiresAt = expires;
        grantId = Ids.next();
        requestedAt = null;
    }

    AssistanceState state() {
        return new AssistanceState(customerId, partnerId, state, source, since, expiresAt, grantId, version);
    }

    AssistanceView view(Instant now) {
        return new AssistanceView(
                isOn(now) ? ConsentState.ON : ConsentState.OFF,
                source,
                hasExpired(now) ? expiresAt : since,
                expiresAt,
                requestedAt != null);
    }

    UUID customerId() {
        return customerId;
    }

    UUID grantId() {
        return grantId;
    }
}
