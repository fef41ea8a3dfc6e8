package dev.kontor.customers.disconnects;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.BilledOtherwise;
import dev.kontor.customers.copies.LicenseSummaries;
import dev.kontor.customers.customers.CustomerMoves;
import dev.kontor.customers.customers.CustomerMoves.Standing;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.customers.eligibility.DisconnectEligibility.Mode;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What happens of a disconnect in one transaction: decided on the rows held, moved or scheduled, told. */
@ApplicationScoped
@Transactional
class Departures {

    private static final String MSP_FLEX_CONNECT = "msp-flex-connect";
    private static final String WITHDRAWN = "customer.disconnect-withdrawn";

    private final CustomerMoves moves;
    private final LicenseSummaries licenses;
    private final DisconnectSchedule schedule;
    private final Caller caller;
    private final Clock clock;

    Departures(
            CustomerMoves moves, LicenseSummaries licenses, DisconnectSchedule schedule, Caller caller, Clock clock) {
        this.moves = moves;
        this.licenses = licenses;
        this.schedule = schedule;
        this.caller = caller;
        this.clock = clock;
    }

    @Idempotent
    Disconnected disconnectOnce(UUID customerId) {
        return disconnect(customerId, Requester.of(caller));
    }

    Disconnected disconnect(UUID customerId, Requester by) {
        var standing = held(customerId, by);
        var eligibility = eligibility(standing, by);
        if (!eligibility.eligible()) {
            throw DisconnectProblem.of(eligibility);
        }
        var now = clock.instant();
        if (eligibility.mode() == Mode.IMMEDIATE) {
            moves.disconnect(customerId, now, by.subject());
            return Disconnected.at(customerId, now);
        }
        var day = DisconnectEligibility.firstOfNextMonth(now);
        if (schedule.add(by.partnerId(), customerId, day, by.subject(), now)) {
            moves.tellSchedule(customerId, "customer.disconnect-scheduled", day, by.subject(), now);
        }
        return Disconnected.scheduled(
                customerId, schedule.of(by.partnerId(), customerId).orElseThrow());
    }

    DisconnectEligibility eligibility(UUID customerId, Requester by) {
        return eligibility(seen(customerId, by), by);
    }

    /** Takes a schedule back; 404 where there is none. */
    void takeBack(UUID customerId, Requester by) {
        held(customerId, by);
        var day = schedule.remove(by.partnerId(), customerId).orElseThrow(Problems::notFound);
        moves.tellSchedule(customerId, WITHDRAWN, day, by.subject(), clock.instant());
    }

    /** What was scheduled for a monthly account does not outlive its conversion, nor come back with the next one. */
    void voidSchedule(@Observes BilledOtherwise billed) {
        schedule.remove(billed.partnerId(), billed.customerId())
                .ifPresent(day -> moves.tellSchedule(billed.customerId(), WITHDRAWN, day, billed.by(), billed.at()));
    }

    /** Whether the answer hangs on licences; empty where the requester has no such customer. */
    Optional<Boolean> hangsOnLicenses(UUID customerId, Requester by) {
        return moves.standing(customerId)
                .filter(standing -> isOf(standing, by))
                .map(standing -> !standing.managed() && standing.accountType() != AccountType.MONTHLY);
    }

    /** Ends the relation of one that is due, with its day as the effective date. */
    void depart(DisconnectSchedule.Due due) {
        var stillMonthly = moves.standing(due.customerId())
                .filter(standing -> standing.partnerId().equals(due.partnerId()))
                .filter(standing -> standing.accountType() == AccountType.MONTHLY)
                .isPresent();
        if (stillMonthly) {
            moves.disconnect(due.customerId(), due.effectiveAt(), due.scheduledBy());
        } else {
            // The account is billed another way by now: what was scheduled for a monthly one is void.
            schedule.remove(due.partnerId(), due.customerId());
        }
    }

    private Standing seen(UUID customerId, Requester by) {
        return moves.standing(customerId).filter(standing -> isOf(standing, by)).orElseThrow(Problems::notFound);
    }

    private Standing held(UUID customerId, Requester by) {
        var standing = moves.held(customerId);
        if (!isOf(standing, by)) {
            throw Problems.notFound();
        }
        return standing;
    }

    /** Jobs see every partner's rows, and managed ones show only in their programme. */
    private static boolean isOf(Standing standing, Requester by) {
        return standing.partnerId().equals(by.partnerId())
                && (!standing.managed() || by.programs().contains(MSP_FLEX_CONNECT));
    }

    private DisconnectEligibility eligibility(Standing standing, Requester by) {
        return DisconnectEligibility.of(
                new DisconnectEligibility.Relation(
                        standing.accountType(),
                        standing.managed(),
                        licenses.termEndsAt(standing.customerId()).orElse(null),
                        by.programs()),
                clock.instant());
    }
}
