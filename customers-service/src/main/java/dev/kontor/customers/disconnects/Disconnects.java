package dev.kontor.customers.disconnects;

import dev.kontor.customers.copies.LicenseSummaries;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Disconnects customers, for the resource and for bulk jobs. It asks licensing-service first, so it is called outside of
 * any transaction.
 */
@ApplicationScoped
public class Disconnects {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Departures departures;
    private final LicenseSummaries licenses;

    Disconnects(Departures departures, LicenseSummaries licenses) {
        this.departures = departures;
        this.licenses = licenses;
    }

    /**
     * Ends the relation, or schedules that; again it answers the same schedule.
     *
     * @throws dev.kontor.platform.web.Problem 404, 403 {@code program-required}, 409 by rule 7, 503 with licensing away
     */
    public Disconnected disconnect(UUID customerId, Requester by) {
        requireCurrentLicenses(customerId, by);
        return departures.disconnect(customerId, by);
    }

    /** The same for a request, with its idempotency key. */
    Disconnected disconnectOnce(UUID customerId, Requester by) {
        requireCurrentLicenses(customerId, by);
        return departures.disconnectOnce(customerId);
    }

    /** Before anyone tries; with licensing away it is as old as the last event. */
    DisconnectEligibility eligibility(UUID customerId, Requester by) {
        if (departures.hangsOnLicenses(customerId, by).orElse(false)) {
            licenses.refresh(customerId);
        }
        return departures.eligibility(customerId, by);
    }

    void takeBack(UUID customerId, Requester by) {
        departures.takeBack(customerId, by);
    }

    private void requireCurrentLicenses(UUID customerId, Requester by) {
        if (departures.hangsOnLicenses(customerId, by).orElse(false) && !licenses.refresh(customerId)) {
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
