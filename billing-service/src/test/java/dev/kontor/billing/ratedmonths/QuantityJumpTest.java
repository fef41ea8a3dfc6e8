package dev.kontor.billing.ratedmonths;

import static dev.kontor.billing.ratedmonths.Lines.ANNA;
import static dev.kontor.billing.ratedmonths.Lines.BRUNO;
import static dev.kontor.billing.ratedmonths.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QuantityJumpTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final QuantityJump JUMP = new QuantityJump(BigDecimal.TEN, new BigDecimal("1000"));

    @Test
    void moreThanTenTimesAndAThousandAboveIsAJump() {
        var before = List.of(line(ANNA, "150", "1"));

        assertThat(jump(List.of(line(ANNA, "1501", "1")), List.of(before))).contains("endpoint-advanced");
        assertThat(jump(List.of(line(ANNA, "1500", "1")), List.of(before))).isEmpty();
    }

    @Test
    void tenTimesALittleIsNoJump() {
        assertThat(jump(List.of(line(ANNA, "999", "1")), List.of(List.of(line(ANNA, "5", "1")))))
                .isEmpty();
    }

    @Test
    void itIsTheSumOverAllCustomersAgainstTheHighestMonth() {
        var high = List.of(line(ANNA, "100", "1"), line(BRUNO, "100", "1"));
        var low = List.of(line(ANNA, "1", "1"));

        assertThat(jump(List.of(line(ANNA, "1000", "1"), line(BRUNO, "1000", "1")), List.of(low, high, low)))
                .isEmpty();
    }

    @Test
    void aPartnersFirstUsageHasNothingToJumpFrom() {
        assertThat(jump(List.of(line(ANNA, "50000", "1")), List.of(List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void aNewProductOfAnEstablishedPartnerJumpsFromZero() {
        assertThat(jump(List.of(line(ANNA, "server-advanced", "1000", "1")), List.of(List.of(line(ANNA, "5", "1")))))
                .contains("server-advanced");
    }

    @Test
    void aClosedMonthRatedAgainJumpsFromWhatWasBilledForItToo() {
        var billed = List.of(line(ANNA, "150", "1"));

        assertThat(again(billed, List.of(line(ANNA, "1501", "1")))).contains("endpoint-advanced");
        assertThat(again(billed, List.of(line(ANNA, "1500", "1")))).isEmpty();
    }

    @Test
    void whatOnceWasLetPassIsNoJumpAgain() {
        var rated = List.of(line(ANNA, "5000", "1"));
        var billed = new ArrayList<BilledLine>(List.of(line(ANNA, "10", "1")));
        billed.addAll(Corrections.of(OCTOBER, rated, billed));

        assertThat(again(billed, List.of(line(ANNA, "5001", "1")))).isEmpty();
    }

    private static Optional<String> again(List<BilledLine> billed, List<BilledLine> rated) {
        var month = new RatedMonth(rated, BilledLine.total(rated), new TreeSet<>(), List.of());
        return JUMP.in(CorrectedMonth.of(OCTOBER, month, billed), List.of(Map.of("endpoint-advanced", BigDecimal.TEN)));
    }

    private static Optional<String> jump(List<BilledLine> lines, List<List<BilledLine>> earlier) {
        return JUMP.in(lines, earlier.stream().map(QuantityJump::quantities).toList());
    }
}
