package dev.kontor.billing.ratedmonths;

import static dev.kontor.billing.ratedmonths.Lines.ANNA;
import static dev.kontor.billing.ratedmonths.Lines.BRUNO;
import static dev.kontor.billing.ratedmonths.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Test
    void theSameMonthAgainCorrectsNothing() {
        var billed = List.of(line(ANNA, "10", "29.00"), line(BRUNO, "5", "14.50"));

        assertThat(Corrections.of(OCTOBER, billed, billed)).isEmpty();
    }

    @Test
    void eachCustomersDifferenceIsALineThatNamesTheMonth() {
        var corrections = Corrections.of(
                OCTOBER,
                List.of(line(ANNA, "12", "34.80"), line(BRUNO, "5", "14.50")),
                List.of(line(ANNA, "10", "29.00"), line(BRUNO, "5", "14.50")));

        assertThat(corrections).hasSize(1);
        var correction = corrections.get(0);
        assertThat(correction.customerId()).isEqualTo(ANNA);
        assertThat(correction.billable().shown()).isEqualTo("2");
        assertThat(correction.amount()).isEqualTo("5.80");
        assertThat(correction.correctsMonth()).isEqualTo(OCTOBER);
    }

    @Test
    void whatWasBilledTooMuchComesBack() {
        var corrections = Corrections.of(OCTOBER, List.of(), List.of(line(ANNA, "10", "29.00")));

        assertThat(corrections).extracting(BilledLine::amount).containsExactly(Lines.decimal("-29.00"));
    }

    @Test
    void earlierCorrectionsCountAsBilled() {
        var rated = List.of(line(ANNA, "12", "34.80"));
        var billed = new ArrayList<BilledLine>(List.of(line(ANNA, "10", "29.00")));
        billed.addAll(Corrections.of(OCTOBER, rated, billed));

        assertThat(Corrections.of(OCTOBER, rated, billed)).isEmpty();
        assertThat(BilledLine.total(billed)).isEqualTo(BilledLine.total(rated));
    }
}
