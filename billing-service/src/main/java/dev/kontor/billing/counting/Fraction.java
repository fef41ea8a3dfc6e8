package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quantity: levels are decimals, and days divide them (domain.md rule 21). Days of a month and those counted are at
 * most 31 each, so the common denominator of any sum of quantities fits a long.
 *
 * @param denominator above zero; not always the smallest there is
 */
public record Fraction(BigDecimal numerator, long denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(BigDecimal.ZERO);
    public static final Fraction ONE = of(BigDecimal.ONE);

    /** Digits that are shown of what no decimal is. */
    private static final int SHOWN = 8;

    public Fraction {
        if (denominator <= 0) {
            throw new IllegalArgumentException("A denominator of " + denominator);
        }
    }

    public static Fraction of(BigDecimal decimal) {
        return new Fraction(decimal, 1);
    }

    public Fraction plus(Fraction other) {
        if (denominator == other.denominator) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        var common = commonDenominator(denominator, other.denominator);
        return new Fraction(over(common).add(other.over(common)), common);
    }

    public Fraction minus(BigDecimal decimal) {
        return plus(of(decimal.negate()));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    /** So many days of a month's days. */
    public Fraction times(int days, int ofDays) {
        var shortened = gcd(days, denominator);
        return new Fraction(
                numerator.multiply(BigDecimal.valueOf(days / shortened)),
                Math.multiplyExact(denominator / shortened, (long) ofDays));
    }

    public Fraction dividedBy(int days) {
        return times(1, days);
    }

    /** How many whole units of that size it takes to hold it: the last one may be filled in part. */
    public BigDecimal started(BigDecimal size) {
        return numerator.divide(size.multiply(BigDecimal.valueOf(denominator)), 0, RoundingMode.CEILING);
    }

    /** The numerator over another denominator, which must be a multiple of its own. */
    public BigDecimal over(long common) {
        return common == denominator ? numerator : numerator.multiply(BigDecimal.valueOf(common / denominator));
    }

    public int signum() {
        return numerator.signum();
    }

    /** Rounded half-up, which is done once and last (rule 23). */
    public BigDecimal rounded(int digits) {
        return numerator.divide(BigDecimal.valueOf(denominator), digits, RoundingMode.HALF_UP);
    }

    /** What one of {@code parts} comes to, as it is shown. */
    public BigDecimal shownOf(Fraction parts) {
        return numerator
                .multiply(BigDecimal.valueOf(parts.denominator))
                .divide(parts.numerator.multiply(BigDecimal.valueOf(denominator)), SHOWN, RoundingMode.HALF_UP);
    }

    /** As people read it: the decimal it is, or eight digits of it. Nothing is calculated with this. */
    public BigDecimal shown() {
        return denominator == 1 ? numerator : rounded(SHOWN);
    }

    /** A denominator that all of them can be written over. */
    public static long commonDenominator(long one, long other) {
        return Math.multiplyExact(one / gcd(one, other), other);
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator == other.denominator
                ? numerator.compareTo(other.numerator)
                : numerator
                        .multiply(BigDecimal.valueOf(other.denominator))
                        .compareTo(other.numerator.multiply(BigDecimal.valueOf(denominator)));
    }

    /** By value: two thirds are four sixths. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return rounded(SHOWN).hashCode();
    }

    @Override
    public String toString() {
        return denominator == 1 ? numerator.toPlainString() : numerator.toPlainString() + '/' + denominator;
    }
}
