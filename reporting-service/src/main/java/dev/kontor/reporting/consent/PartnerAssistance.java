package dev.kontor.reporting.consent;

import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.ReportingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner may act inside a customer's account: the gateway asks this first, and reports ask it again, so that
 * nobody beside the gateway gets at a customer's figures (domain.md, rule 14).
 *
 * <p>The copy only says yes. Before anybody hears a no, customers-service is asked: consent may have come a moment ago.
 */
@ApplicationScoped
public class PartnerAssistance {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Consents consents;
    private final Owners owners;
    private final Caller caller;
    private final Clock clock;

    PartnerAssistance(Consents consents, Owners owners, Caller caller, Clock clock) {
        this.consents = consents;
        this.owners = owners;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Whether the copies alone let the caller's partner in: it sees the customer and has its consent. That is the way of
     * nearly every call, and it takes one transaction; a no is no answer yet.
     */
    boolean isKnown(UUID customerId) {
        var partner = caller.partnerId();
        return partner != null
                && consents.findOfVisible(customerId)
                        .filter(consent -> consent.covers(partner, clock.instant()))
                        .isPresent();
    }

    /**
     * Lets the customer's own administrator pass, and its partner while the customer consents. Never called in a
     * transaction, since it may ask customers-service.
     *
     * @throws Problem 403 {@code partner-assistance-off}, or 503 where nobody can tell
     */
    public void require(UUID customerId) {
        var partner = caller.partnerId();
        if (partner != null && !covers(customerId, partner)) {
            throw off(customerId, held(customerId).map(Consent::grantId).orElse(null));
        }
    }

    /** Whether the customer consents now that this partner acts in its account. */
    public boolean covers(UUID customerId, UUID partnerId) {
        var held = held(customerId);
        if (held.filter(consent -> consent.covers(partnerId, clock.instant())).isPresent()) {
            return true;
        }
        if (!answers(customerId)) {
            if (held.isPresent()) {
                return false;
            }
            throw Problems.unavailable(RETRY_AFTER);
        }
        return held(customerId)
                .filter(consent -> consent.covers(partnerId, clock.instant()))
                .isPresent();
    }

    private boolean answers(UUID customerId) {
        try {
            return owners.askForNewest(customerId).isPresent();
        } catch (Problem away) {
            return false;
        }
    }

    private Optional<Consent> held(UUID customerId) {
        return RowScope.worker().call(() -> consents.find(customerId));
    }

    private static Problem off(UUID customerId, @Nullable UUID grant) {
        var problem = ReportingProblem.PARTNER_ASSISTANCE_OFF
                .problem()
                .with("request", "POST /v1/customers/" + customerId + "/partner-assistance/requests");
        return grant == null ? problem : problem.with("grant", grant);
    }
}
