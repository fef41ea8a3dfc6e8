package dev.kontor.billing.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rule 21: fractions stay exact through every sum. */
class FractionTest {

    private static final Fraction ONE = Fraction.ONE;

    @Test
    void threeThirdsAreOne() {
        var third = ONE.dividedBy(3);

        assertThat(third.plus(third).plus(third)).isEqualTo(ONE).hasSameHashCodeAs(ONE);
        assertThat(ONE.times(20, 30).plus(ONE.times(10, 30))).isEqualTo(ONE);
    }

    @Test
    void onlyWhatIsShownHasEightDigits() {
        assertThat(ONE.times(20, 30).shown()).isEqualTo("0.66666667");
        assertThat(Fraction.of(new BigDecimal("0.123456789")).shown()).isEqualTo("0.123456789");
        assertThat(ONE.times(20, 30).rounded(2)).isEqualTo("0.67");
    }

    @Test
    void theLastPackageMayBeFilledInPart() {
        assertThat(Fraction.of(new BigDecimal("2")).started(new BigDecimal("2")))
                .isEqualTo("1");
        assertThat(ONE.times(61, 30).started(new BigDecimal("2"))).isEqualTo("2");
    }

    /** Months have at most 31 days, and so do their licences. */
    @Property
    void aSumOfAnyPartsOfAMonthFitsAndIsExact(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 31) Integer> days) {
        var sum = Fraction.ZERO;
        for (var ofDays : days) {
            sum = sum.plus(ONE.dividedBy(ofDays).times(ofDays - 1, 31));
        }
        for (var ofDays : days) {
            sum = sum.plus(ONE.times(ofDays - 1, ofDays).dividedBy(31).times(new BigDecimal("-1")));
        }

        assertThat(sum).isEqualTo(Fraction.ZERO);
        assertThat(sum.signum()).isZero();
    }

    @Test
    void nothingIsDividedByNothing() {
        assertThatThrownBy(() -> ONE.dividedBy(0)).isInstanceOf(RuntimeException.class);
    }
}
