package dev.kontor.customers.access;

import dev.kontor.platform.jobs.PresentStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What holds of whoever asked for a job, and of its partner, for what goes on after its request. */
@ApplicationScoped
class AskersOfNow implements PresentStanding {

    private final AccessRows rows;

    AskersOfNow(AccessRows rows) {
        this.rows = rows;
    }

    @Override
    public Standing of(UUID partnerId, String subject) {
        return rows.standing(partnerId, subject)
                .map(now -> new Standing(now.programs(), now.suspended(), now.blocked(), now.sessionsEndedAt()))
                .orElse(Standing.UNKNOWN);
    }
}
