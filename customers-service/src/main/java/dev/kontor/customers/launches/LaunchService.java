package dev.kontor.customers.launches;

import dev.kontor.customers.GatewayNews;
import dev.kontor.customers.ShutOut;
import dev.kontor.customers.Topics;
import dev.kontor.customers.access.AccessService;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.AssistanceSwitchedOff;
import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Launches and their sessions. Their times are real time, whatever the business clock says. */
@ApplicationScoped
@Transactional
public class LaunchService {

    private final Launches launches;
    private final AssistanceService assistances;
    private final AccessService access;
    private final SessionTokens tokens;
    private final GatewayNews gateways;
    private final Caller caller;

    LaunchService(
            Launches launches,
            AssistanceService assistances,
            AccessService access,
            SessionTokens tokens,
            GatewayNews gateways,
            Caller caller) {
        this.launches = launches;
        this.assistances = assistances;
        this.access = access;
        this.tokens = tokens;
        this.gateways = gateways;
        this.caller = caller;
    }

    record Launched(UUID id, String code, Instant expiresAt) {}

    record Exchanged(String token, UUID customerId, long expiresInSeconds) {}

    @Idempotent(keepAnswer = false)
    Launched launch(UUID customerId) {
        assistances.requireOn(customerId);
        var code = LaunchCode.random();
        var by = new Launch.Administrator(
                caller.subject(),
                caller.role(),
                caller.programs().stream().sorted().toList(),
                caller.permissions().stream().sorted().toList());
        var launch = Launch.of(caller.partnerId(), customerId, by, code, now());
        launches.persist(launch);
        return new Launched(launch.id(), code.text(), launch.codeExpiresAt());
    }

    /**
     * Exchanges a code, once. Empty where it was exchanged before: somebody else has seen it, and nobody can say which of the two
     * is meant, so the session that came of it ends (RFC 6749, section 4.1.2).
     */
    Optional<Exchanged> exchange(LaunchCode code) {
        var launch = launches.byCode(code).orElseThrow(Problems::notFound);
        if (launch.wasExchanged()) {
            end(launch);
            return Optional.empty();
        }
        if (launch.codeIsOver(now())) {
            throw Problems.notFound();
        }
        access.requireAdmitted(launch.partnerId(), launch.subject(), launch.createdAt());
        // A customer that moved meanwhile has consented to nothing this partner did.
        assistances.requireOn(launch.partnerId(), launch.customerId());
        launch.start(now());
        launches.flush();
        return Optional.of(new Exchanged(tokens.mint(launch), launch.customerId(), Launch.SESSION_LIFE.toSeconds()));
    }

    Page<LaunchSessionView> sessions(UUID customerId, PageRequest page) {
        if (assistances.state(customerId).isEmpty()) {
            throw Problems.notFound();
        }
        return Page.of(
                        launches.sessionsOf(customerId, page),
                        page,
                        launch -> List.of(launch.id().toString()))
                .map(launch -> launch.view(now()))
                .withTotal(page, () -> launches.countSessionsOf(customerId));
    }

    void end(UUID customerId, UUID sessionId) {
        end(launches.session(customerId, sessionId).orElseThrow(Problems::notFound));
    }

    /** Whether a session is over; empty where there never was such a one. */
    Optional<Boolean> hasEnded(UUID sessionId) {
        return launches.findByIdOptional(sessionId).map(Launch::hasEnded);
    }

    /** What was withdrawn does not come back to life with a later consent. */
    void endAll(@Observes AssistanceSwitchedOff off) {
        launches.running(off.customerId(), now()).forEach(this::end);
    }

    /** Who is shut out is out of customers' accounts, too, and not in again once it is let in. */
    void endAll(@Observes ShutOut shutOut) {
        launches.running(shutOut, now()).forEach(this::end);
    }

    /** Tells of sessions that ended because their customer left the partner. */
    public void tellEnded(UUID partnerId, UUID customerId, Collection<UUID> sessions) {
        sessions.forEach(sid -> tellEnded(partnerId, customerId, sid));
    }

    private void end(Launch launch) {
        if (launch.end(now())) {
            launches.flush();
            tellEnded(launch.partnerId(), launch.customerId(), launch.id());
        }
    }

    private void tellEnded(UUID partnerId, UUID customerId, UUID sid) {
        gateways.tell(Fact.of(
                Topics.CONSENT,
                "session/" + sid,
                "launch-session.ended",
                partnerId,
                Map.of(),
                Map.of("sid", sid, "customerId", customerId, "endedAt", now())));
    }

    private static Instant now() {
        return RealTime.clock().instant();
    }
}
