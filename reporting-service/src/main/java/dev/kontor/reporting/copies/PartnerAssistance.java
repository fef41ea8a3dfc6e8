package dev.kontor.reporting.copies;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Whether a partner may act inside a customer's account: the gateway asks this first, and reports ask it again, so that
 * nobody beside the gateway gets at a customer's figures (domain.md, rule 14).
 *
 * <p>The copy only says yes. Before anybody hears a no, customers-service is asked: consent may have come a moment ago.
 */
@ApplicationScoped
public class PartnerAssistance {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConsentRows rows;
    private final CustomerCopies copies;
    private final CustomersClient owner;
    private final Caller caller;
    private final Clock clock;

    PartnerAssistance(
            ConsentRows rows, CustomerCopies copies, @RestClient CustomersClient owner, Caller caller, Clock clock) {
        this.rows = rows;
        this.copies = copies;
        this.owner = owner;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Whether the copies alone let the caller's partner in: it sees the customer and has its consent. That is the way of
     * nearly every call, and it takes one transaction; a no is no answer yet.
     */
    boolean isKnown(UUID customerId) {
        UUID partner = caller.partnerId();
        return partner != null
                && rows.findOfVisible(customerId)
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
        UUID partner = caller.partnerId();
        if (partner != null && !covers(customerId, partner)) {
            throw off(customerId, grant(customerId));
        }
    }

    /** Whether the customer consents now that this partner acts in its account. */
    public boolean covers(UUID customerId, UUID partnerId) {
        Optional<ConsentState> held = held(customerId);
        if (held.filter(consent -> consent.covers(partnerId, clock.instant())).isPresent()) {
            return true;
        }
        try {
            CustomersClient.Answer answer = owner.customer(customerId, null);
            RowScope.worker().run(() -> copies.apply(answer, null));
        } catch (WebApplicationException | ProcessingException away) {
            if (held.isPresent()) {
                return false;
            }
            throw Problems.unavailable(RETRY_AFTER);
        }
        return held(customerId)
                .filter(consent -> consent.covers(partnerId, clock.instant()))
                .isPresent();
    }

    private Optional<ConsentState> held(UUID customerId) {
        return RowScope.worker().call(() -> rows.find(customerId));
    }

    private UUID grant(UUID customerId) {
        return held(customerId).map(ConsentState::grant).orElse(null);
    }

    private static Problem off(UUID customerId, UUID grant) {
        Problem problem = Problem.of(403, "partner-assistance-off")
                .with("request", "POST /v1/customers/" + customerId + "/partner-assistance/requests");
        return grant == null ? problem : problem.with("grant", grant);
    }
}
