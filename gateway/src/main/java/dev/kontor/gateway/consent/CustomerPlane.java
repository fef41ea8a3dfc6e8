package dev.kontor.gateway.consent;

import dev.kontor.gateway.clock.BusinessClock;
import dev.kontor.gateway.consent.Owner.Customer;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The door of customers' accounts, for partners and their launched sessions. */
@Singleton
public class CustomerPlane {

    private static final Logger LOG = Logger.getLogger(CustomerPlane.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConsentState state;
    private final Owner owner;
    private final AccessLog log;
    private final BusinessClock clock;
    private final Clock realClock = Clock.systemUTC();

    CustomerPlane(ConsentState state, Owner owner, AccessLog log, BusinessClock clock) {
        this.state = state;
        this.owner = owner;
        this.log = log;
        this.clock = clock;
    }

    /** Whether memory has caught up, so that this door opens at all. */
    public boolean ready() {
        return state.isCaughtUp();
    }

    /** Lets the attempt in, recorded; or fails with the problem to answer, recorded where it was the partner's own. */
    public Future<Void> enter(Attempt attempt) {
        return decide(attempt.principal(), attempt.customerId()).compose(verdict -> switch (verdict.outcome()) {
            case ALLOWED -> record(attempt, null);
            case NOT_THEIRS -> Future.failedFuture(Problems.notFound());
            case NOT_SEEN ->
                record(attempt, CommonProblem.NOT_FOUND.code()).compose(x -> Future.failedFuture(Problems.notFound()));
            case OFF -> refuse(attempt, verdict);
        });
    }

    /**
     * Tells a launched session that is over why, if it is the customer's consent that ended: fails with that problem,
     * recorded. Where consent is on, the session ended for another reason, and this succeeds.
     */
    public Future<Void> refuseWhereOff(Attempt attempt) {
        return decide(attempt.principal(), attempt.customerId())
                .compose(verdict ->
                        verdict.outcome() == Outcome.OFF ? refuse(attempt, verdict) : Future.succeededFuture());
    }

    /**
     * Records a try that the policy already refused, if the customer is that partner's (domain.md, rule 15); a customer
     * of somebody else's has nothing to read about it.
     */
    public Future<Void> refused(Attempt attempt, String reason) {
        return decide(attempt.principal(), attempt.customerId())
                .compose(
                        verdict -> verdict.outcome() == Outcome.NOT_THEIRS
                                ? Future.succeededFuture()
                                : record(attempt, reason),
                        unknown -> Future.succeededFuture());
    }

    /** The customer whose export it is; 404 where there is none, or it is not of the principal's partner or customer. */
    public Future<UUID> customerOfExport(UUID export, Principal principal) {
        return owner.export(export).transform(answer -> {
            if (answer.failed()) {
                return Future.failedFuture(unavailable(answer.cause()));
            }
            return answer.result()
                    .filter(it ->
                            principal.partnerId() == null || it.partnerId().equals(principal.partnerId()))
                    .filter(it ->
                            principal.customerId() == null || it.customerId().equals(principal.customerId()))
                    .map(it -> Future.succeededFuture(it.customerId()))
                    .orElseGet(() -> Future.failedFuture(Problems.notFound()));
        });
    }

    /** A write about this customer was answered: memory may be behind it. */
    public void changed(UUID customer) {
        state.customersInDoubt.raise(customer);
    }

    private enum Outcome {
        ALLOWED,
        NOT_THEIRS,
        NOT_SEEN,
        OFF
    }

    private record Verdict(Outcome outcome, UUID grant) {
        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, null);
        }
    }

    private Future<Verdict> decide(Principal principal, UUID customer) {
        if (!state.isCaughtUp()) {
            return Future.failedFuture(Problems.unavailable(RETRY_AFTER));
        }
        var known = state.isFresh() && !state.customersInDoubt.about(customer)
                ? state.consent(customer)
                : Optional.<Consent>empty();
        if (known.isPresent() && known.get().covers(principal.partnerId(), clock.now())) {
            return Future.succeededFuture(Verdict.of(Outcome.ALLOWED));
        }
        var ticket = state.customersInDoubt.ticket(customer);
        return owner.customer(customer, principal.seesAllCustomers() ? null : principal.subject())
                .transform(answer -> answer.succeeded()
                        ? Future.succeededFuture(learned(principal, customer, answer.result(), ticket))
                        : alone(principal, known, answer.cause()));
    }

    /** What the owner's answer means, unless memory has meanwhile heard of something newer. */
    private Verdict learned(Principal principal, UUID customer, Optional<Customer> answer, Long ticket) {
        state.customersInDoubt.settle(customer, ticket);
        if (answer.isEmpty() || !answer.get().partnerId().equals(principal.partnerId())) {
            return Verdict.of(Outcome.NOT_THEIRS);
        }
        if (!principal.seesAllCustomers() && !answer.get().visible()) {
            return Verdict.of(Outcome.NOT_SEEN);
        }
        var consent = answer.get()
                .consent()
                .map(told -> state.keep(customer, told))
                .orElse(Consent.never(principal.partnerId()));
        return consent.covers(principal.partnerId(), clock.now())
                ? Verdict.of(Outcome.ALLOWED)
                : new Verdict(Outcome.OFF, consent.grant());
    }

    /** The owner does not answer. What memory surely knows still holds; the rest nobody can say. */
    private Future<Verdict> alone(Principal principal, Optional<Consent> known, Throwable cause) {
        if (known.isPresent() && !known.get().partnerId().equals(principal.partnerId())) {
            return Future.succeededFuture(Verdict.of(Outcome.NOT_THEIRS));
        }
        if (known.isPresent() && principal.seesAllCustomers()) {
            return Future.succeededFuture(new Verdict(Outcome.OFF, known.get().grant()));
        }
        return Future.failedFuture(unavailable(cause));
    }

    private Future<Void> refuse(Attempt attempt, Verdict off) {
        return record(attempt, GatewayProblem.PARTNER_ASSISTANCE_OFF.code())
                .compose(x -> Future.failedFuture(ConsentProblem.assistanceOff(attempt.customerId(), off.grant())));
    }

    /** In real time, as whatever is evidence (architecture decision 11). */
    private Future<Void> record(Attempt attempt, String reason) {
        return log.append(AccessEntry.of(Ids.next(), attempt, reason, realClock.instant()))
                .recover(cause -> {
                    LOG.warnf("No access record, no call: %s", cause.getMessage());
                    return Future.failedFuture(Problems.unavailable(RETRY_AFTER));
                });
    }

    private static Problem unavailable(Throwable cause) {
        LOG.warnf("An owner does not answer: %s", cause.getMessage());
        return Problems.unavailable(RETRY_AFTER);
    }
}
