package dev.kontor.licensing.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.plans.Effect.Kind;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountPlansTest {

    private static final Instant AT = Instant.parse("2026-11-27T10:15:00Z");
    private static final UUID CUSTOMER = Ids.next();
    private static final KeyGrant FIFTY_FOR_A_YEAR = new KeyGrant("endpoint-advanced", 50, 12);

    private final List<Held> held = new ArrayList<>();

    @Test
    void rule12ToMonthlyEndsAllTrialsAtTheInstantTheChosenProductsStart() {
        has("endpoint-advanced", LicenseType.TRIAL, null, "2026-12-20T09:00:00Z");
        has("email-advanced", LicenseType.TRIAL, null, "2026-12-20T09:00:00Z");

        var plan = AccountPlans.toMonthly(account(AccountType.TRIAL), List.of("endpoint-advanced"), List.of("preview"));

        assertThat(plan)
                .extracting(Effect::kind, Effect::product, Effect::licenseType, Effect::program)
                .containsExactly(
                        tuple(Kind.BILLING_TYPE_CHANGED, null, LicenseType.MONTHLY, null),
                        tuple(Kind.LICENSE_ENDED, "email-advanced", LicenseType.TRIAL, null),
                        tuple(Kind.LICENSE_ENDED, "endpoint-advanced", LicenseType.TRIAL, null),
                        tuple(Kind.LICENSE_STARTED, "endpoint-advanced", LicenseType.MONTHLY, null),
                        tuple(Kind.EARLY_ACCESS_ENDED, null, null, "preview"));
        assertThat(plan).extracting(Effect::at).containsOnly(AT);
    }

    @Test
    void rule12AKeyOnATrialAccountEndsThatProductsTrialOnly() {
        has("endpoint-advanced", LicenseType.TRIAL, null, "2026-12-20T09:00:00Z");
        has("email-advanced", LicenseType.TRIAL, null, "2026-12-20T09:00:00Z");

        var plan = AccountPlans.byKey(account(AccountType.TRIAL), FIFTY_FOR_A_YEAR, KeyMode.RENEW);

        assertThat(plan)
                .extracting(Effect::kind, Effect::product, Effect::licenseType, Effect::quantity)
                .containsExactly(
                        tuple(Kind.BILLING_TYPE_CHANGED, null, LicenseType.TERM, null),
                        tuple(Kind.LICENSE_ENDED, "endpoint-advanced", LicenseType.TRIAL, null),
                        tuple(Kind.LICENSE_STARTED, "endpoint-advanced", LicenseType.TERM, 50));
    }

    @Test
    void rule17WithNoCurrentTermEitherModeStartsNow() {
        for (var mode : KeyMode.values()) {
            var plan = AccountPlans.byKey(account(AccountType.TERM), FIFTY_FOR_A_YEAR, mode);

            assertThat(plan)
                    .extracting(Effect::kind, Effect::at, Effect::endAt)
                    .containsExactly(tuple(Kind.LICENSE_STARTED, AT, Instant.parse("2027-11-27T00:00:00Z")));
        }
    }

    @Test
    void rule17RenewStartsWhenTheCurrentTermEndsAndTheNextOneAfterThat() {
        has("endpoint-advanced", LicenseType.TERM, 30, "2027-01-31T00:00:00Z");
        has("endpoint-advanced", LicenseType.TERM, 30, "2028-01-31T00:00:00Z");

        var plan =
                AccountPlans.byKey(account(AccountType.TERM), new KeyGrant("endpoint-advanced", 40, 1), KeyMode.RENEW);

        assertThat(plan)
                .extracting(Effect::kind, Effect::quantity, Effect::at, Effect::endAt)
                .containsExactly(tuple(
                        Kind.LICENSE_STARTED,
                        40,
                        Instant.parse("2028-01-31T00:00:00Z"),
                        Instant.parse("2028-02-29T00:00:00Z")));
    }

    @Test
    void rule17ChangeLeavesOneLicenceWithTheSummedSeatsAndOneEnd() {
        has("endpoint-advanced", LicenseType.TERM, 50, "2027-05-27T00:00:00Z");

        var plan = AccountPlans.byKey(account(AccountType.TERM), FIFTY_FOR_A_YEAR, KeyMode.CHANGE);

        assertThat(plan)
                .extracting(Effect::kind, Effect::quantity, Effect::at, Effect::endAt)
                .containsExactly(
                        tuple(Kind.LICENSE_REPLACED, 50, AT, null),
                        tuple(Kind.LICENSE_STARTED, 100, AT, Instant.parse("2027-08-27T00:00:00Z")));
    }

    @Test
    void rule17ChangeTakesARenewalThatWaitsInWithItsDaysAndNotItsSeats() {
        has("endpoint-advanced", LicenseType.TERM, 50, "2026-12-07T00:00:00Z");
        has("endpoint-advanced", LicenseType.TERM, 50, "2026-12-17T00:00:00Z");

        var plan =
                AccountPlans.byKey(account(AccountType.TERM), new KeyGrant("endpoint-advanced", 50, 1), KeyMode.CHANGE);

        // 50 × 20 days and 50 × 30 days for 100 seats.
        assertThat(plan)
                .extracting(Effect::kind, Effect::quantity, Effect::endAt)
                .contains(tuple(Kind.LICENSE_STARTED, 100, Instant.parse("2026-12-22T00:00:00Z")));
        assertThat(plan)
                .filteredOn(effect -> effect.kind() == Kind.LICENSE_REPLACED)
                .hasSize(2);
    }

    @Test
    void rule12ToTermEndsEveryMonthlySegmentAndTouchesNoOtherProduct() {
        has("endpoint-advanced", LicenseType.MONTHLY, null, null);
        has("server-advanced", LicenseType.MONTHLY, 5, null);

        var plan = AccountPlans.byKey(account(AccountType.MONTHLY), FIFTY_FOR_A_YEAR, KeyMode.CHANGE);

        assertThat(plan)
                .extracting(Effect::kind, Effect::product, Effect::at)
                .containsExactly(
                        tuple(Kind.BILLING_TYPE_CHANGED, null, AT),
                        tuple(Kind.LICENSE_ENDED, "endpoint-advanced", AT),
                        tuple(Kind.LICENSE_ENDED, "server-advanced", AT),
                        tuple(Kind.LICENSE_STARTED, "endpoint-advanced", AT));
    }

    @Test
    void rule19AnOrderMakesATrialAccountAManagedOne() {
        has("endpoint-advanced", LicenseType.TRIAL, null, "2026-12-20T09:00:00Z");

        var plan = AccountPlans.byOrder(account(AccountType.TRIAL), List.of(new Ordered("mdr-complete", 20)));

        assertThat(plan)
                .extracting(Effect::kind, Effect::licenseType, Effect::quantity)
                .containsExactly(
                        tuple(Kind.BILLING_TYPE_CHANGED, LicenseType.ORDERED, null),
                        tuple(Kind.LICENSE_ENDED, LicenseType.TRIAL, null),
                        tuple(Kind.LICENSE_STARTED, LicenseType.ORDERED, 20));
    }

    @Test
    void theSameAccountAtTheSameInstantGivesTheSamePlanIdsIncluded() {
        has("endpoint-advanced", LicenseType.TERM, 50, "2027-05-27T00:00:00Z");

        assertThat(AccountPlans.byKey(account(AccountType.TERM), FIFTY_FOR_A_YEAR, KeyMode.CHANGE))
                .isEqualTo(AccountPlans.byKey(account(AccountType.TERM), FIFTY_FOR_A_YEAR, KeyMode.CHANGE));
    }

    @Test
    void seatsAndTermsHaveALimit() {
        has("endpoint-advanced", LicenseType.TERM, 99_999_999, "2027-05-27T00:00:00Z");

        assertThatThrownBy(() -> AccountPlans.byKey(account(AccountType.TERM), FIFTY_FOR_A_YEAR, KeyMode.CHANGE))
                .isInstanceOf(Problem.class)
                .hasMessage("license-limit-reached");
    }

    @Test
    void aPlanTakesEffectWithTheMinuteButNeverBeforeWhatHappenedAlready() {
        var now = Instant.parse("2026-11-27T10:15:42Z");
        var before = Instant.parse("2026-11-27T10:15:30Z");
        var ahead = Instant.parse("2027-11-27T00:00:00Z");

        assertThat(EffectiveTime.of(now, List.<Instant>of().stream())).isEqualTo("2026-11-27T10:15:00Z");
        assertThat(EffectiveTime.of(now, List.of(before, ahead).stream())).isEqualTo(before);
    }

    private void has(String product, LicenseType type, Integer quantity, String endAt) {
        var start = held.stream()
                .filter(other -> other.product().equals(product) && other.endAt() != null)
                .map(Held::endAt)
                .reduce((first, last) -> last)
                .orElse(Instant.parse("2026-11-20T09:00:00Z"));
        held.add(new Held(Ids.next(), product, type, quantity, start, endAt == null ? null : Instant.parse(endAt)));
    }

    private Account account(AccountType type) {
        return new Account(CUSTOMER, type, 7, held, AT);
    }
}
