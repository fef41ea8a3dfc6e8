package dev.kontor.customers.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.customers.AccountType;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a customer can be disconnected, and when (domain.md rule 7); pure.
 *
 * @param earliestDate the UTC day from which it works; null where no day is known
 * @param reasons what it would be refused with, the one that comes first in front
 */
@Schema(name = "DisconnectEligibility", description = "Whether the customer can be disconnected, and when")
public record DisconnectEligibility(
        @Schema(description = "Whether POST …/disconnect would be accepted now") boolean eligible,
        Mode mode,
        @Schema(
                        description = "The day (UTC) from which it works; null where no day is known",
                        nullable = true,
                        examples = "2026-12-01")
                LocalDate earliestDate,
        @Schema(
                        description = "Problem codes it would be refused with, the first one first; empty if eligible",
                        implementation = String[].class)
                List<ProblemType> reasons) {

    /** The programme that monthly accounts are disconnected in. */
    public static final String MSP_FLEX = "msp-flex";

    /** For this long after its end a term licence can be reactivated. */
    private static final Duration REACTIVATION = Duration.ofDays(60);

    /** How a disconnect takes effect. */
    @Schema(
            name = "DisconnectMode",
            description =
                    "immediate: done with the call. scheduled: on the first day of the next month (UTC), until when it can be taken back",
            enumeration = {"immediate", "scheduled"})
    public enum Mode {
        @JsonProperty("immediate")
        IMMEDIATE,
        @JsonProperty("scheduled")
        SCHEDULED
    }

    /**
     * What the answer depends on.
     *
     * @param termEndsAt the latest end of a term licence that was not revoked; null without one
     * @param programs the partner's
     */
    public record Relation(AccountType accountType, boolean managed, Instant termEndsAt, Set<String> programs) {

        private boolean isMonthly() {
            return accountType == AccountType.MONTHLY;
        }
    }

    public static DisconnectEligibility of(Relation relation, Instant now) {
        var mode = relation.isMonthly() ? Mode.SCHEDULED : Mode.IMMEDIATE;
        var reasons = new ArrayList<ProblemType>();
        if (relation.isMonthly() && !relation.programs().contains(MSP_FLEX)) {
            reasons.add(CommonProblem.PROGRAM_REQUIRED);
        }
        if (relation.managed()) {
            reasons.add(CustomersProblem.MANAGED_ORDER_READ_ONLY);
            return new DisconnectEligibility(false, mode, null, List.copyOf(reasons));
        }
        var ends = relation.termEndsAt();
        if (ends != null && ends.isAfter(now)) {
            reasons.add(CustomersProblem.ACTIVE_LICENSE);
        } else if (ends != null && ends.plus(REACTIVATION).isAfter(now)) {
            reasons.add(CustomersProblem.REACTIVATION_WINDOW);
        }
        return new DisconnectEligibility(reasons.isEmpty(), mode, day(earliest(relation, now)), List.copyOf(reasons));
    }

    private static Instant earliest(Relation relation, Instant now) {
        var free = relation.termEndsAt() == null ? now : relation.termEndsAt().plus(REACTIVATION);
        var possible = free.isAfter(now) ? free : now;
        return relation.isMonthly() ? firstOfNextMonth(possible) : possible;
    }

    /** The instant at which a monthly account leaves that is disconnected now. */
    public static Instant firstOfNextMonth(Instant now) {
        return day(now).withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
