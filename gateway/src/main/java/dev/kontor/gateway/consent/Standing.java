package dev.kontor.gateway.consent;

import dev.kontor.gateway.consent.ConsentState.PartnerRecord;
import dev.kontor.gateway.consent.ConsentState.SubjectAccess;
import java.time.Instant;
import java.util.Set;

/**
 * What holds now of somebody who acts for a partner, and of that partner (domain.md, rule 40).
 *
 * @param programs the partner is in
 * @param sessionsEndedAt when its sessions were ended last, or null
 */
public record Standing(Set<String> programs, boolean suspended, boolean blocked, Instant sessionsEndedAt) {

    /** Of whoever acts for no partner. */
    public static final Standing OWN = new Standing(Set.of(), false, false, null);

    static Standing of(PartnerRecord partner, SubjectAccess access) {
        return new Standing(partner.programs(), partner.suspended(), access.blocked(), access.sessionsEndedAt());
    }

    /** Whether a token that was issued then is over: tokens tell whole seconds, and those of the same second are meant. */
    public boolean hasEnded(Instant issuedAt) {
        return sessionsEndedAt != null && issuedAt.getEpochSecond() <= sessionsEndedAt.getEpochSecond();
    }
}
