package dev.kontor.billing.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A number as two integers, as plainly as it can be. */
record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {

    static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    static Exact of(BigDecimal decimal) {
        var scale = Math.max(0, decimal.scale());
        return new Exact(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    Exact plus(Exact other) {
        return new Exact(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Exact minus(Exact other) {
        return plus(new Exact(other.numerator.negate(), other.denominator));
    }

    Exact times(Exact other) {
        return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Exact times(int factor) {
        return new Exact(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    Exact over(int divisor) {
        return new Exact(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    Exact over(Exact divisor) {
        return new Exact(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    int signum() {
        return numerator.signum();
    }

    BigDecimal halfUp(int digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP);
    }

    BigDecimal down(int digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.DOWN);
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
