package dev.kontor.licensing.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.plans.Effect.Kind;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.web.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever keys are used, in whatever order and at whatever times (domain.md rule 17). */
class KeyPlansPropertiesTest {

    private static final String PRODUCT = "endpoint-advanced";
    private static final UUID CUSTOMER = Ids.next();

    record Use(Duration later, int quantity, int months, KeyMode mode) {}

    @Property(tries = 300)
    void termsFollowEachOtherWithoutGapOrOverlap(@ForAll("uses") List<Use> uses) {
        List<Held> held = new ArrayList<>();
        var now = Instant.parse("2026-01-31T13:37:00Z");
        for (var use : uses) {
            now = now.plus(use.later);
            held = after(held, now, use);

            var terms = sorted(held);
            assertThat(terms.get(0).startAt()).isBeforeOrEqualTo(now);
            for (var i = 1; i < terms.size(); i++) {
                assertThat(terms.get(i).startAt()).isEqualTo(terms.get(i - 1).endAt());
            }
        }
    }

    @Property(tries = 300)
    void everyKeyAddsItsSeatsTimesDaysWithinTheRounding(@ForAll("uses") List<Use> uses) {
        List<Held> held = new ArrayList<>();
        var now = Instant.parse("2026-01-31T13:37:00Z");
        for (var use : uses) {
            now = now.plus(use.later);
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var before = running(held, now);
            held = after(held, now, use);

            var from = use.mode == KeyMode.RENEW && !before.isEmpty()
                    ? LocalDate.ofInstant(sorted(before).get(before.size() - 1).endAt(), ZoneOffset.UTC)
                    : today;
            var paid =
                    seatDays(before, today) + use.quantity * ChronoUnit.DAYS.between(from, from.plusMonths(use.months));
            var seats = sorted(held).get(0).quantity();
            assertThat(seatDays(held, today)).isBetween(paid, paid + seats - 1);
        }
    }

    @Property(tries = 300)
    void changeLeavesOneLicence(@ForAll("uses") List<Use> uses) {
        List<Held> held = new ArrayList<>();
        var now = Instant.parse("2026-01-31T13:37:00Z");
        for (var use : uses) {
            now = now.plus(use.later);
            held = after(held, now, use);

            if (use.mode == KeyMode.CHANGE) {
                assertThat(held).hasSize(1);
            }
        }
    }

    /** The terms there are once the key was used, as the plan's effects say. */
    private static List<Held> after(List<Held> before, Instant now, Use use) {
        var held = new ArrayList<>(running(before, now));
        var account = new Account(CUSTOMER, AccountType.TERM, 1, held, now);
        for (var effect : AccountPlans.byKey(account, new KeyGrant(PRODUCT, use.quantity, use.months), use.mode)) {
            if (effect.kind() == Kind.LICENSE_REPLACED) {
                assertThat(held.removeIf(license -> license.id().equals(effect.licenseId())))
                        .isTrue();
            } else {
                held.add(new Held(
                        Ids.next(), PRODUCT, LicenseType.TERM, effect.quantity(), effect.at(), effect.endAt()));
            }
        }
        return held;
    }

    private static List<Held> running(List<Held> held, Instant now) {
        return held.stream().filter(license -> license.endAt().isAfter(now)).toList();
    }

    private static long seatDays(List<Held> held, LocalDate today) {
        return held.stream()
                .mapToLong(license -> {
                    var start = LocalDate.ofInstant(license.startAt(), ZoneOffset.UTC);
                    var from = start.isAfter(today) ? start : today;
                    var until = LocalDate.ofInstant(license.endAt(), ZoneOffset.UTC);
                    return license.quantity() * ChronoUnit.DAYS.between(from, until);
                })
                .sum();
    }

    private static List<Held> sorted(List<Held> held) {
        return held.stream().sorted(Comparator.comparing(Held::startAt)).toList();
    }

    @Provide
    Arbitrary<List<Use>> uses() {
        var later = Arbitraries.longs().between(0, 500L * 24 * 60).map(Duration::ofMinutes);
        var quantity = Arbitraries.integers().between(1, 1_000);
        var months = Arbitraries.integers().between(1, 36);
        return Combinators.combine(later, quantity, months, Arbitraries.of(KeyMode.class))
                .as(Use::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
