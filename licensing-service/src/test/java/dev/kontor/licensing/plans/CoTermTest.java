package dev.kontor.licensing.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.plans.CoTerm.Seats;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** domain.md rule 17, in exact dates. */
class CoTermTest {

    @Test
    void rule17FiftySeatsFor6MonthsAndFiftyFor12AreAHundredFor9() {
        var today = LocalDate.parse("2026-11-27");
        var left = new Seats(50, LocalDate.parse("2027-05-27"));
        var added = new Seats(50, LocalDate.parse("2027-11-27"));

        assertThat(CoTerm.commonEnd(today, 100, List.of(left, added))).isEqualTo("2027-08-27");
    }

    @Test
    void aLeapDayIsADayLikeOthers() {
        var today = LocalDate.parse("2028-02-28");
        var left = new Seats(10, LocalDate.parse("2028-03-01"));
        var added = new Seats(10, today.plusMonths(12));

        // 2 days, the 29th among them, and 366: 184 days for both.
        assertThat(CoTerm.commonEnd(today, 20, List.of(left, added))).isEqualTo("2028-08-30");
    }

    @Test
    void whatIsLeftOverMakesAWholeDay() {
        var today = LocalDate.parse("2026-11-27");

        assertThat(CoTerm.commonEnd(
                        today, 3, List.of(new Seats(2, today.plusDays(10)), new Seats(1, today.plusDays(11)))))
                .isEqualTo(today.plusDays(11));
    }

    @Test
    void whatHasRunOutAddsNothing() {
        var today = LocalDate.parse("2026-11-27");

        assertThat(CoTerm.commonEnd(
                        today, 5, List.of(new Seats(50, today.minusDays(3)), new Seats(5, today.plusDays(30)))))
                .isEqualTo(today.plusDays(30));
    }

    @Property
    void seatsTimesDaysAreConservedWithinADayOfAllSeats(
            @ForAll("days") LocalDate today, @ForAll("parts") List<Part> parts) {
        var seats = parts.stream()
                .map(part -> new Seats(part.quantity, today.plusDays(part.days)))
                .toList();
        var quantity = parts.stream().mapToLong(Part::quantity).sum();
        var paid = parts.stream().mapToLong(part -> part.quantity * part.days).sum();

        var given = quantity * ChronoUnit.DAYS.between(today, CoTerm.commonEnd(today, quantity, seats));

        assertThat(given).isGreaterThanOrEqualTo(paid).isLessThan(paid + quantity);
    }

    @Property
    void theCommonEndLiesBetweenTheFirstAndTheLast(@ForAll("days") LocalDate today, @ForAll("parts") List<Part> parts) {
        var seats = parts.stream()
                .map(part -> new Seats(part.quantity, today.plusDays(part.days)))
                .toList();
        var quantity = parts.stream().mapToLong(Part::quantity).sum();
        var days = parts.stream().mapToLong(Part::days).summaryStatistics();

        assertThat(CoTerm.commonEnd(today, quantity, seats))
                .isBetween(today.plusDays(days.getMin()), today.plusDays(days.getMax()));
    }

    record Part(long quantity, long days) {}

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 3_000).map(LocalDate.parse("2026-01-01")::plusDays);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        var quantity = Arbitraries.longs().between(1, 1_000_000);
        var days = Arbitraries.longs().between(0, 3_660);
        return Combinators.combine(quantity, days)
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
