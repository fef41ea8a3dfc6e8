package dev.kontor.customers.assistance;

import dev.kontor.customers.CustomerLeaving;
import dev.kontor.customers.CustomerTouched;
import dev.kontor.customers.GatewayNews;
import dev.kontor.customers.Topics;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Partner Assistance, for both sides and for the features that need it. */
@ApplicationScoped
@Transactional
public class AssistanceService {

    private final Assistances assistances;
    private final AssistanceHistory history;
    private final GatewayNews gateways;
    private final Event<AssistanceSwitchedOff> switchedOff;
    private final Event<CustomerTouched> touched;
    private final Caller caller;
    private final Clock clock;

    AssistanceService(
            Assistances assistances,
            AssistanceHistory history,
            GatewayNews gateways,
            Event<AssistanceSwitchedOff> switchedOff,
            Event<CustomerTouched> touched,
            Caller caller,
            Clock clock) {
        this.assistances = assistances;
        this.history = history;
        this.gateways = gateways;
        this.switchedOff = switchedOff;
        this.touched = touched;
        this.caller = caller;
        this.clock = clock;
    }

    /** The consent as it is now, and the moment at which that is a fact on Kafka. */
    record Switched(AssistanceView view, CompletableFuture<Void> told) {}

    /** Comes on by itself with a new account (rule 13); {@code source} is one of the rule's. */
    public AssistanceView startWith(UUID partnerId, UUID customerId, ConsentSource source) {
        var assistance = PartnerAssistance.onFor(partnerId, customerId, source, clock.instant());
        assistances.persistAndFlush(assistance);
        history.add(assistance.state(), ConsentChange.ON, null, clock.instant());
        tell(assistance);
        return assistance.view(clock.instant());
    }

    /** A customer's own account: off until its administrator switches it on (rule 11). */
    public void startOff(UUID partnerId, UUID customerId) {
        var assistance = PartnerAssistance.offFor(partnerId, customerId, clock.instant());
        assistances.persistAndFlush(assistance);
        tell(assistance);
    }

    /** Comes on by itself for what the account became, unless the customer's administrator ended it (rule 13). */
    public void comesOn(UUID customerId, ConsentSource source) {
        var now = clock.instant();
        var assistance = assistances.heldAlone(customerId).orElseThrow(Problems::notFound);
        if (assistance.comeOn(source, now)) {
            assistances.flush();
            history.add(assistance.state(), ConsentChange.ON, null, now);
            tell(assistance);
        }
    }

    /** Writes down that a consent given until a date has ended, as of that date. */
    void expire(PartnerAssistance ended) {
        ended.expire();
        assistances.flush();
        history.add(ended.state(), ConsentChange.EXPIRED, null, ended.state().since());
        touched.fire(new CustomerTouched(ended.customerId(), clock.instant()));
        switchedOff.fire(new AssistanceSwitchedOff(ended.customerId()));
        tell(ended);
    }

    /** Consent never carries over to another partner (rule 8); the row itself moves with the customer. */
    void ends(@Observes CustomerLeaving leaving) {
        assistances.of(leaving.customerId()).map(PartnerAssistance::state).ifPresent(state -> {
            if (state.state() == ConsentState.ON) {
                history.add(state, ConsentChange.OFF, null, leaving.at());
            }
        });
    }

    Page<AssistanceHistory.Line> history(UUID customerId, PageRequest page) {
        find(customerId);
        return Page.of(
                        history.newest(customerId, page),
                        page,
                        line -> List.of(line.at().toString(), line.id().toString()))
                .withTotal(page, () -> history.count(customerId));
    }

    AssistanceView get(UUID customerId) {
        return find(customerId).view(clock.instant());
    }

    /** What other services and the gateway are told of a customer's consent; empty where there is no such customer. */
    public Optional<AssistanceState> state(UUID customerId) {
        return assistances.of(customerId).map(PartnerAssistance::state);
    }

    Switched put(UUID customerId, SwitchAssistance wanted) {
        var now = clock.instant();
        var assistance = assistances.heldAlone(customerId).orElseThrow(Problems::notFound);
        var before = assistance.view(now);
        if (wanted.state() == ConsentState.ON) {
            if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(now)) {
                throw Problems.invalid(InputError.pointer("/expiresAt", "not-in-the-future"));
            }
            assistance.switchOn(wanted.expiresAt(), now);
        } else {
            if (wanted.expiresAt() != null) {
                throw Problems.invalid(InputError.pointer("/expiresAt", "only-when-on"));
            }
            assistance.switchOff(now);
            // Written before the sessions are looked for: a launch that holds the consent is then either over and its
            // session found, or it waits and finds the consent gone.
            assistances.flush();
            switchedOff.fire(new AssistanceSwitchedOff(customerId));
        }
        assistances.flush();
        if (!assistance.view(now).equals(before)) {
            history.add(
                    assistance.state(),
                    wanted.state() == ConsentState.ON ? ConsentChange.ON : ConsentChange.OFF,
                    caller.subject(),
                    now);
            touched.fire(new CustomerTouched(customerId, now));
        }
        return new Switched(assistance.view(now), gateways.tellWatched(fact(assistance)));
    }

    @Idempotent
    AssistanceView ask(UUID customerId) {
        var assistance = assistances.heldAlone(customerId).orElseThrow(Problems::notFound);
        if (!assistance.isOn(clock.instant()) && assistance.ask(clock.instant())) {
            assistances.flush();
            history.add(assistance.state(), ConsentChange.REQUESTED, caller.subject(), clock.instant());
            touched.fire(new CustomerTouched(customerId, clock.instant()));
            tell(assistance);
        }
        return assistance.view(clock.instant());
    }

    /**
     * The same for a partner that the customer may have left meanwhile.
     *
     * @throws dev.kontor.platform.web.Problem 404 also where the consent is now another partner's
     */
    public void requireOn(UUID partnerId, UUID customerId) {
        requireOn(customerId);
        if (!find(customerId).isOf(partnerId)) {
            throw Problems.notFound();
        }
    }

    /**
     * Holds the customer's consent until the transaction ends, so that what follows happened before any revocation.
     *
     * @throws dev.kontor.platform.web.Problem 404, or 403 {@code partner-assistance-off}
     */
    public void requireOn(UUID customerId) {
        var assistance = assistances.held(customerId).orElseThrow(Problems::notFound);
        if (!assistance.isOn(clock.instant())) {
            throw AssistanceProblem.off(customerId, assistance.grantId());
        }
    }

    /**
     * Tells of a consent that ended because the customer moved to another partner: it never carries over (rule 8). The
     * row moved with the customer.
     */
    public void tellEnded(AssistanceState ended) {
        gateways.tell(fact(ended));
    }

    private PartnerAssistance find(UUID customerId) {
        return assistances.of(customerId).orElseThrow(Problems::notFound);
    }

    private void tell(PartnerAssistance assistance) {
        gateways.tell(fact(assistance));
    }

    private static Fact fact(PartnerAssistance assistance) {
        return fact(assistance.state());
    }

    private static Fact fact(AssistanceState state) {
        return Fact.of(
                Topics.CONSENT,
                "consent/" + state.customerId(),
                "partner-assistance.changed",
                state.partnerId(),
                Map.of("state", state.state()),
                state);
    }
}
