package dev.kontor.customers.managementrequests;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.platform.web.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A partner's question to manage a customer: open for 30 days, answered once (domain.md rule 4). */
@Entity
@DynamicUpdate
class ManagementRequest {

    static final Duration OPEN_FOR = Duration.ofDays(30);

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    /** As the partner was called when it asked: the customer must know who it is. */
    @Column(nullable = false)
    private String partnerName;

    private String message;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RequestState state;

    @Column(nullable = false)
    private String requestedBy;

    @Column(nullable = false)
    private Instant requestedAt;

    @Column(nullable = false)
    private Instant expiresAt;

    private Instant decidedAt;

    @Version
    private long version;

    protected ManagementRequest() {}

    static ManagementRequest ask(Asking partner, UUID customerId, String message, Instant now) {
        var request = new ManagementRequest();
        request.id = Ids.next();
        request.partnerId = partner.partnerId();
        request.partnerName = partner.name();
        request.requestedBy = partner.subject();
        request.customerId = customerId;
        request.message = message == null ? null : message.strip();
        request.state = RequestState.REQUESTED;
        request.requestedAt = now;
        request.expiresAt = now.plus(OPEN_FOR);
        return request;
    }

    /** Who asks. */
    record Asking(UUID partnerId, String name, String subject) {}

    void approve(Instant now) {
        close(RequestState.APPROVED, now);
    }

    void decline(Instant now) {
        close(RequestState.DECLINED, now);
    }

    void withdraw(Instant now) {
        close(RequestState.WITHDRAWN, now);
    }

    /** Nobody answered in time; it ended then, whenever that is noticed. */
    void expire() {
        state = RequestState.EXPIRED;
        decidedAt = expiresAt;
    }

    boolean isOverdue(Instant now) {
        return state == RequestState.REQUESTED && !expiresAt.isAfter(now);
    }

    /** Where it stands by the clock, also before the expiry was written down. */
    RequestState stateAt(Instant now) {
        return isOverdue(now) ? RequestState.EXPIRED : state;
    }

    private void close(RequestState as, Instant now) {
        if (stateAt(now) != RequestState.REQUESTED) {
            var state = stateAt(now).code();
            throw CustomersProblem.MANAGEMENT_REQUEST_CLOSED.problem(state).with("state", state);
        }
        state = as;
        decidedAt = now;
    }

    RequestView view(Instant now) {
        return new RequestView(
                id,
                stateAt(now),
                new RequestView.AskingPartner(partnerId, partnerName),
                customerId,
                message,
                requestedBy,
                requestedAt,
                expiresAt,
                isOverdue(now) ? expiresAt : decidedAt);
    }

    /** As other services hear of it. */
    record State(
            UUID id,
            UUID partnerId,
            UUID customerId,
            RequestState state,
            String requestedBy,
            Instant requestedAt,
            Instant expiresAt,
            Instant decidedAt,
            long version) {}

    State told() {
        return new State(id, partnerId, customerId, state, requestedBy, requestedAt, expiresAt, decidedAt, version);
    }

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }
}
