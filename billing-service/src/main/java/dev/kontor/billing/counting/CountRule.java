package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * A count method with what it needs.
 *
 * @param asOfDay 1 to 31 for {@link CountMethod#AS_OF_DAY}, null for the others
 */
public record CountRule(CountMethod method, Integer asOfDay) {

    /** What usage is shown by where no price book says otherwise. */
    public static final CountRule PEAK = new CountRule(CountMethod.PEAK, null);

    /**
     * The month's quantity.
     *
     * @param days at least one, in order
     */
    public Quantity apply(Period period, List<DayCount> days) {
        var latest = days.get(days.size() - 1);
        return switch (method) {
            case PEAK ->
                days.stream()
                        // The first of equal days: what was added later must not move the date.
                        .max(Comparator.comparing(DayCount::quantity)
                                .thenComparing(DayCount::day, Comparator.reverseOrder()))
                        .map(day -> Quantity.of(day.quantity(), day.day()))
                        .orElseThrow();
            case LAST_SNAPSHOT -> Quantity.of(latest.last(), LocalDate.ofInstant(latest.observedAt(), ZoneOffset.UTC));
            case AVERAGE -> new Quantity(mean(days), latest.day());
            case AS_OF_DAY -> onDay(asOf(period), days);
        };
    }

    private static Fraction mean(List<DayCount> days) {
        return Fraction.of(days.stream().map(DayCount::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .dividedBy(days.size());
    }

    /** The day asked for, or the present one while the month has not reached it. */
    private LocalDate asOf(Period period) {
        var month = period.month();
        var asked = month.atDay(Math.min(asOfDay, month.lengthOfMonth()));
        var present = period.lastDay();
        return asked.isAfter(present) ? present : asked;
    }

    private static Quantity onDay(LocalDate asOf, List<DayCount> days) {
        return days.stream()
                .filter(day -> day.day().equals(asOf))
                .findFirst()
                .map(day -> Quantity.of(day.quantity(), asOf))
                .orElse(Quantity.of(BigDecimal.ZERO, asOf));
    }

    /**
     * A month's quantity and the day it stands for.
     */
    public record Quantity(Fraction value, LocalDate asOf) {

        static Quantity of(BigDecimal value, LocalDate asOf) {
            return new Quantity(Fraction.of(value), asOf);
        }
    }
}
