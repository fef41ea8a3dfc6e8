package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.GatewayNews;
import dev.kontor.customers.ShutOut;
import dev.kontor.customers.Topics;
import dev.kontor.customers.Vendor;
import dev.kontor.customers.partners.PartnerService;
import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shuts subjects out and lets them in again; every gateway hears of it before the answer is given. */
@ApplicationScoped
@Transactional
public class AccessService {

    /** How far an issuer's clock may be ahead, as the gateway has it. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int MOST_OF_A_PARTNER = 10_000;
    /** Of those the vendor decides on wherever they show up: customers' administrators among them. */
    private static final int MOST_EVERYWHERE = 100_000;

    private final AccessRows rows;
    private final PartnerService partners;
    private final GatewayNews gateways;
    private final Event<ShutOut> shutOut;
    private final Caller caller;
    private final Duration longestLife;

    AccessService(
            AccessRows rows,
            PartnerService partners,
            GatewayNews gateways,
            Event<ShutOut> shutOut,
            Caller caller,
            @ConfigProperty(name = "kontor.tokens.longest-life") Duration longestLife) {
        this.rows = rows;
        this.partners = partners;
        this.gateways = gateways;
        this.shutOut = shutOut;
        this.caller = caller;
        this.longestLife = longestLife;
    }

    /** The access as it is now, and the moment at which that is a fact on Kafka; there is none where it was one before. */
    record Decided(AccessView view, @JsonIgnore CompletableFuture<Void> told) {

        /** Committed already; waits a moment for the gateways to be able to know. If that is late, their own check covers it. */
        AccessView awaited() {
            if (told != null) {
                told.exceptionally(late -> null).join();
            }
            return view;
        }
    }

    Decided decide(UUID partnerId, String subject, ChangeAccess wanted) {
        begin(partnerId, subject);
        var blocks = wanted.state() == AccessState.BLOCKED;
        if (blocks && partnerId.equals(whereCallerIs()) && subject.equals(caller.subject())) {
            throw CustomersProblem.SELF_BLOCK.problem();
        }
        var before = view(partnerId, subject);
        if (before.state() == wanted.state() && Objects.equals(before.reason(), wanted.reason())) {
            return new Decided(before, null);
        }
        var decided = rows.decide(partnerId, subject, wanted, caller.subject(), now());
        if (blocks) {
            shutOut.fire(new ShutOut(partnerId, subject));
        }
        return told(decided);
    }

    @Idempotent
    Decided endSessions(UUID partnerId, String subject) {
        begin(partnerId, subject);
        var decided = rows.endSessions(partnerId, subject, now());
        shutOut.fire(new ShutOut(partnerId, subject));
        return told(decided);
    }

    /**
     * One decision of a partner, or of the vendor, at a time, and none by somebody whom one before has shut out: of two who
     * block each other the second one is too late.
     */
    private void begin(UUID partnerId, String subject) {
        var everywhere = partnerId.equals(Vendor.PARTNER_ID);
        if (everywhere) {
            rows.hold(partnerId);
        } else {
            partners.hold(partnerId);
        }
        rows.find(whereCallerIs(), caller.subject())
                .filter(own -> own.state() == AccessState.BLOCKED)
                .ifPresent(own -> {
                    throw CommonProblem.SUBJECT_BLOCKED.problem();
                });
        // Every gateway has them in memory.
        var most = everywhere ? MOST_EVERYWHERE : MOST_OF_A_PARTNER;
        if (!isKnown(partnerId, subject) && rows.count(partnerId) >= most) {
            throw CustomersProblem.SUBJECT_QUOTA_REACHED.problem(most);
        }
    }

    private UUID whereCallerIs() {
        return caller.partnerId() == null ? Vendor.PARTNER_ID : caller.partnerId();
    }

    /** What was decided of a subject, whether anybody ever did. */
    public AccessView view(UUID partnerId, String subject) {
        return rows.view(partnerId, subject).orElse(AccessView.OPEN);
    }

    /** Whether anything was ever decided of a subject. */
    public boolean isKnown(UUID partnerId, String subject) {
        return rows.view(partnerId, subject).isPresent();
    }

    /** As the gateway asks for it, with the vendor for everywhere; null of whom nothing was decided. */
    SubjectAccess state(UUID partnerId, String subject) {
        return rows.find(partnerId, subject).orElse(null);
    }

    /**
     * For what somebody left behind, and somebody else brings back.
     *
     * @param since when it was left
     * @throws Problem 403 where its partner is suspended or it is blocked, 404 where its sessions were ended since
     */
    public void requireAdmitted(UUID partnerId, String subject, Instant since) {
        var standing = rows.standing(partnerId, subject).orElseThrow(Problems::notFound);
        if (standing.suspended()) {
            throw CommonProblem.PARTNER_SUSPENDED.problem();
        }
        if (standing.blocked()) {
            throw CommonProblem.SUBJECT_BLOCKED.problem();
        }
        if (standing.sessionsEndedAt() != null && !since.isAfter(standing.sessionsEndedAt())) {
            throw Problems.notFound();
        }
    }

    /** Takes records back that have nobody left to refuse: every token of before has ended by itself. */
    void forget() {
        rows.forget(now().minus(longestLife).minus(SKEW))
                .forEach(its -> gateways.tell(Fact.tombstone(
                        Topics.CONSENT,
                        key(its.partnerId(), its.subject()),
                        "administrator-access.forgotten",
                        its.partnerId())));
    }

    private Decided told(SubjectAccess decided) {
        var fact = Fact.of(
                Topics.CONSENT,
                key(decided.partnerId(), decided.subject()),
                "administrator-access.changed",
                decided.partnerId(),
                Map.of("state", decided.state()),
                decided);
        return new Decided(view(decided.partnerId(), decided.subject()), gateways.tellWatched(fact));
    }

    private static String key(UUID partnerId, String subject) {
        return "subject/" + partnerId + "/" + subject;
    }

    private static Instant now() {
        return RealTime.clock().instant();
    }
}
