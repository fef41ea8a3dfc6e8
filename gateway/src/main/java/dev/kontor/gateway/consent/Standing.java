package dev.kontor.gateway.consent;

import dev.kontor.gateway.consent.ConsentState.PartnerRecord;
import dev.kontor.gateway.consent.ConsentState.SubjectAccess;
import java.time.Instant;
import java.util.Set;

/**
 * What holds now of a caller, and of its partner where it acts for one (domain.md, rule 40).
 *
 * @param programs its partner is in
 * @param sessionsEndedAt when its sessions were ended last, or null
 */
public record Standing(Set<String> programs, boolean suspended, boolean blocked, Instant sessionsEndedAt) {

    /** Of whom nothing is known yet. */
    public static final Standing UNKNOWN = new Standing(Set.of(), false, false, null);

    /** @param everywhere what was decided of the subject wherever it shows up */
    static Standing of(PartnerRecord partner, SubjectAccess access, SubjectAccess everywhere) {
        return new Standing(
                partner.programs(),
                partner.suspended(),
                access.blocked() || everywhere.blocked(),
                later(access.sessionsEndedAt(), everywhere.sessionsEndedAt()));
    }

    /** Of whoever acts for no partner. */
    static Standing of(SubjectAccess everywhere) {
        return new Standing(Set.of(), false, everywhere.blocked(), everywhere.sessionsEndedAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** Whether a token that was issued then is over: tokens tell whole seconds, and those of the same second are meant. */
    public boolean hasEnded(Instant issuedAt) {
        return sessionsEndedAt != null && issuedAt.getEpochSecond() <= sessionsEndedAt.getEpochSecond();
    }
}
