package dev.kontor.licensing.terms;

import static dev.kontor.licensing.terms.LicenseStatus.ACTIVE;
import static dev.kontor.licensing.terms.LicenseStatus.EXPIRED;
import static dev.kontor.licensing.terms.LicenseStatus.EXPIRING;
import static dev.kontor.licensing.terms.LicenseStatus.LAPSED;
import static dev.kontor.licensing.terms.LicenseStatus.REVOKED;
import static dev.kontor.licensing.terms.LicenseStatus.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** domain.md rule 16, at each boundary. */
class TermTest {

    private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-03-01T00:00:00Z, ACTIVE",
        "2027-01-29T23:59:59.999999Z, ACTIVE",
        "2027-01-30T00:00:00Z, EXPIRING",
        "2027-02-28T23:59:59.999999Z, EXPIRING",
        "2027-03-01T00:00:00Z, EXPIRED",
        "2027-04-29T23:59:59.999999Z, EXPIRED",
        "2027-04-30T00:00:00Z, LAPSED",
        "2037-01-01T00:00:00Z, LAPSED"
    })
    void rule16ATermLicenceUntilMarchAt(Instant now, LicenseStatus expected) {
        assertThat(new Term(LicenseType.TERM, END, false).statusAt(now)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2027-02-27T00:00:00Z, TRIAL",
        "2027-02-28T23:59:59.999999Z, TRIAL",
        "2027-03-01T00:00:00Z, EXPIRED",
        "2027-04-30T00:00:00Z, LAPSED"
    })
    void rule16ATrialNeverCountsAsExpiring(Instant now, LicenseStatus expected) {
        assertThat(new Term(LicenseType.TRIAL, END, false).statusAt(now)).isEqualTo(expected);
    }

    @Test
    void aLicenceWithoutAnEndStaysActive() {
        var monthly = new Term(LicenseType.MONTHLY, null, false);

        assertThat(monthly.statusAt(END)).isEqualTo(ACTIVE);
        assertThat(monthly.nextChangeAfter(END)).isEmpty();
    }

    @Test
    void whatWasEndedByDecisionIsRevokedFromThatInstantOnAndForGood() {
        var ended = new Term(LicenseType.MONTHLY, END, true);

        assertThat(ended.statusAt(END.minus(INSTANT))).isEqualTo(EXPIRING);
        assertThat(ended.statusAt(END)).isEqualTo(REVOKED);
        assertThat(ended.statusAt(END.plus(Duration.ofDays(400)))).isEqualTo(REVOKED);
        assertThat(ended.nextChangeAfter(END)).isEmpty();
    }

    @Test
    void theNextChangeIsTheNextBoundaryAtWhichTheStatusDiffers() {
        var term = new Term(LicenseType.TERM, END, false);
        var trial = new Term(LicenseType.TRIAL, END, false);

        assertThat(term.nextChangeAfter(END.minus(Duration.ofDays(300)))).contains(END.minus(Term.NOTICE));
        assertThat(term.nextChangeAfter(END.minus(Term.NOTICE))).contains(END);
        assertThat(trial.nextChangeAfter(END.minus(Duration.ofDays(31)))).contains(END);
        assertThat(term.nextChangeAfter(END)).contains(END.plus(Term.REACTIVATION));
        assertThat(term.nextChangeAfter(END.plus(Term.REACTIVATION))).isEmpty();
    }

    @Test
    void rule1ActiveExpiringAndTrialProtect() {
        assertThat(LicenseStatus.values()).filteredOn(LicenseStatus::protects).containsExactly(ACTIVE, EXPIRING, TRIAL);
        assertThat(LicenseStatus.values()).filteredOn(s -> !s.protects()).containsExactly(EXPIRED, LAPSED, REVOKED);
    }
}
