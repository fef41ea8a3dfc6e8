package dev.kontor.customers.managementrequests;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Topics;
import dev.kontor.customers.accountkeys.AccountKeys;
import dev.kontor.customers.customers.CustomerMoves;
import dev.kontor.customers.partners.PartnerService;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;

/** Both sides of the question whether a partner may manage a customer. */
@ApplicationScoped
@Transactional
class ManagementRequestService {

    private final ManagementRequests requests;
    private final AccountKeys keys;
    private final PartnerService partners;
    private final CustomerMoves moves;
    private final Outbox outbox;
    private final Clock clock;

    ManagementRequestService(
            ManagementRequests requests,
            AccountKeys keys,
            PartnerService partners,
            CustomerMoves moves,
            Outbox outbox,
            Clock clock) {
        this.requests = requests;
        this.keys = keys;
        this.partners = partners;
        this.moves = moves;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asks the customer that shows that key; one question of a partner to a customer is open at a time. */
    @Idempotent
    RequestView ask(UUID partnerId, String subject, AskToManage question) {
        var owner = keys.ownerOf(question.accountKey()).orElseThrow(CustomersProblem.ACCOUNT_KEY_UNKNOWN::problem);
        if (owner.partnerId().equals(partnerId)) {
            throw CustomersProblem.ALREADY_CONNECTED.problem();
        }
        requests.openOf(partnerId, owner.customerId()).ifPresent(this::requireOverdue);
        var asking = new ManagementRequest.Asking(partnerId, partners.name(partnerId), subject);
        var request = ManagementRequest.ask(asking, owner.customerId(), question.message(), clock.instant());
        try {
            requests.persistAndFlush(request);
        } catch (ConstraintViolationException e) {
            if ("management_request_open".equals(e.getConstraintName())) {
                throw CustomersProblem.MANAGEMENT_REQUEST_OPEN.problem();
            }
            throw e;
        }
        tell(request, "management-request.requested");
        return request.view(clock.instant());
    }

    Page<RequestView> list(RequestState state, PageRequest page) {
        var now = clock.instant();
        return Page.of(
                        requests.newest(state, now, page),
                        page,
                        request -> List.of(request.id().toString()))
                .map(request -> request.view(now))
                .withTotal(page, () -> requests.count(state, now));
    }

    /** The customer says yes, and is the partner's from then on; consent it gives apart from that. */
    @Idempotent
    RequestView approve(UUID id, String by) {
        var view = close(id, "management-request.approved", ManagementRequest::approve);
        moves.connect(view.customerId(), view.partner().id(), view.requestedBy(), id, by, view.decidedAt());
        return view;
    }

    @Idempotent
    RequestView decline(UUID id) {
        return close(id, "management-request.declined", ManagementRequest::decline);
    }

    @Idempotent
    RequestView withdraw(UUID id) {
        return close(id, "management-request.withdrawn", ManagementRequest::withdraw);
    }

    void expire(ManagementRequest overdue) {
        overdue.expire();
        requests.flush();
        tell(overdue, "management-request.expired");
    }

    private RequestView close(UUID id, String type, BiConsumer<ManagementRequest, Instant> decision) {
        var request = requests.held(id).orElseThrow(Problems::notFound);
        var now = clock.instant();
        decision.accept(request, now);
        requests.flush();
        tell(request, type);
        return request.view(now);
    }

    private void requireOverdue(ManagementRequest open) {
        if (!open.isOverdue(clock.instant())) {
            throw CustomersProblem.MANAGEMENT_REQUEST_OPEN.problem();
        }
        expire(open);
    }

    private void tell(ManagementRequest request, String type) {
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                "management-request/" + request.id(),
                type,
                request.partnerId(),
                Map.of(),
                request.told()));
    }
}
