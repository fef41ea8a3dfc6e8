package dev.kontor.customers.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.eligibility.DisconnectEligibility.Mode;
import dev.kontor.customers.eligibility.DisconnectEligibility.Relation;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of domain.md rule 7. */
class DisconnectEligibilityTest {

    private static final Instant NOW = Instant.parse("2026-11-27T14:00:00Z");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    account,       managed, termEnds,             program,  eligible, mode,      earliest,   reason
                    TRIAL,         false,   -,                    msp-flex, true,     IMMEDIATE, 2026-11-27, -
                    TRIAL,         false,   -,                    -,        true,     IMMEDIATE, 2026-11-27, -
                    TERM,          false,   -,                    -,        true,     IMMEDIATE, 2026-11-27, -
                    TERM,          false,   2026-11-27T14:00:01Z, msp-flex, false,    IMMEDIATE, 2027-01-26, active-license
                    TERM,          false,   2027-06-01T00:00:00Z, msp-flex, false,    IMMEDIATE, 2027-07-31, active-license
                    TERM,          false,   2026-11-27T14:00:00Z, msp-flex, false,    IMMEDIATE, 2027-01-26, reactivation-window
                    TERM,          false,   2026-09-28T14:00:01Z, msp-flex, false,    IMMEDIATE, 2026-11-27, reactivation-window
                    TERM,          false,   2026-09-28T14:00:00Z, msp-flex, true,     IMMEDIATE, 2026-11-27, -
                    TERM,          false,   2025-01-01T00:00:00Z, msp-flex, true,     IMMEDIATE, 2026-11-27, -
                    TRIAL,         false,   2027-06-01T00:00:00Z, msp-flex, false,    IMMEDIATE, 2027-07-31, active-license
                    MONTHLY,       false,   -,                    msp-flex, true,     SCHEDULED, 2026-12-01, -
                    MONTHLY,       false,   -,                    -,        false,    SCHEDULED, 2026-12-01, program-required
                    MONTHLY,       false,   2026-12-20T00:00:00Z, msp-flex, false,    SCHEDULED, 2027-03-01, active-license
                    MANAGED_ORDER, true,    -,                    msp-flex, false,    IMMEDIATE, -,          managed-order-read-only
                    """)
    void rule7(
            AccountType account,
            boolean managed,
            Instant termEnds,
            String program,
            boolean eligible,
            Mode mode,
            LocalDate earliest,
            String reason) {
        var programs = program == null ? Set.<String>of() : Set.of(program);

        assertThat(DisconnectEligibility.of(new Relation(account, managed, termEnds, programs), NOW))
                .isEqualTo(new DisconnectEligibility(eligible, mode, earliest, reasons(reason)));
    }

    private static List<ProblemType> reasons(String code) {
        return Stream.<ProblemType>concat(
                        Arrays.stream(CustomersProblem.values()), Arrays.stream(CommonProblem.values()))
                .filter(problem -> problem.code().equals(code))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T14:00:00Z, 2026-12-01T00:00:00Z",
        "2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12-31T23:59:59.999999Z, 2027-01-01T00:00:00Z",
        "2028-01-31T12:00:00Z, 2028-02-01T00:00:00Z"
    })
    void aMonthlyAccountLeavesOnTheFirstOfTheNextMonthAndNeverAtOnce(Instant now, Instant day) {
        assertThat(DisconnectEligibility.firstOfNextMonth(now)).isEqualTo(day);
    }

    @Test
    void theProgrammeIsNamedBeforeTheLicence() {
        var monthly = new Relation(AccountType.MONTHLY, false, NOW.plusSeconds(1), Set.of());

        assertThat(DisconnectEligibility.of(monthly, NOW).reasons())
                .containsExactly(CommonProblem.PROGRAM_REQUIRED, CustomersProblem.ACTIVE_LICENSE);
    }
}
