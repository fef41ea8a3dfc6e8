package dev.kontor.billing.resale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.rating.Parts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 36 and 37: a partner's own prices over the quantities it was billed. */
class ResaleTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final YearMonth JUNE = YearMonth.of(2028, 6);
    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID BRUNO = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID CARLA = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final String PRODUCT = "endpoint-advanced";

    @Test
    void bandsAreReachedByEachCustomerOrByAllTogether() {
        var bands =
                """
                "entries":[{"product":"endpoint-advanced","model":"volume",
                  "bands":[{"upTo":10,"unitPrice":"5"},{"upTo":null,"unitPrice":"4"}]}]""";
        var lines = List.of(line(ANNA, "8", "16.00"), line(BRUNO, "8", "16.00"));

        assertThat(sold(prices("customer", bands), lines)).containsExactly("40.00", "40.00");
        assertThat(sold(prices("all", bands), lines)).containsExactly("32.00", "32.00");
    }

    @Test
    void aMarkUpIsRoundedOnceAndSharedOut() {
        var lines = List.of(line(ANNA, "1", "0.01"), line(BRUNO, "1", "0.01"), line(CARLA, "1", "0.01"));
        var resale = Resale.ofMonth(prices("customer", "\"markUpPercent\":\"50\""), lines);

        // 0.03 and a half of it are 0.045, so 0.05.
        assertThat(resale).extracting(line -> line.sold().toPlainString()).containsExactly("0.02", "0.02", "0.01");
        assertThat(resale.get(0).price().unitPrice()).isEqualTo("4.35");
        assertThat(resale.get(0).price().band()).isNull();
        assertThat(resale.get(0).margin()).isEqualTo("0.01");
    }

    @Test
    void anEntryComesBeforeTheMarkUpAndWithoutEitherThereIsNoPrice() {
        var entry =
                "\"entries\":[{\"product\":\"endpoint-advanced\",\"model\":\"flat\",\"bands\":[{\"upTo\":null,\"unitPrice\":\"9\"}]}]";
        var other = line(ANNA, "server-advanced", Fraction.of(BigDecimal.ONE), "7.60");

        assertThat(sold(prices("all", "\"markUpPercent\":\"100\"," + entry), List.of(line(ANNA, "1", "2.90"), other)))
                .containsExactly("9.00", "15.20");
        var unpriced = Resale.ofMonth(prices("all", entry), List.of(other)).get(0);
        assertThat(unpriced.price()).isNull();
        assertThat(unpriced.margin()).isNull();
    }

    /** Rule 21: quantities are as exact as they were counted, or an edge that is met is passed. */
    @Test
    void threeTimesTwoThirdsAreOnePackageOfTwo() {
        var twoThirds = new Fraction(new BigDecimal("20"), 30);
        var lines = List.of(
                line(ANNA, PRODUCT, twoThirds, "1.00"),
                line(BRUNO, PRODUCT, twoThirds, "1.00"),
                line(CARLA, PRODUCT, twoThirds, "1.00"));

        assertThat(sold(
                        prices(
                                "all",
                                "\"entries\":[{\"product\":\"endpoint-advanced\",\"model\":\"package\",\"packageSize\":\"2\",\"bands\":[{\"upTo\":null,\"unitPrice\":\"100\"}]}]"),
                        lines))
                .containsExactly("33.34", "33.33", "33.33");
    }

    @Test
    void aMinimumIsOwedByEachCustomerThatIsChargedForSomething() {
        var minimum = prices(
                "customer",
                "\"entries\":[{\"product\":\"endpoint-advanced\",\"model\":\"flat\",\"minimum\":\"20\",\"bands\":[{\"upTo\":null,\"unitPrice\":\"3\"}]}]");
        var lines = List.of(line(ANNA, "2", "4.00"), line(BRUNO, "0", "0.00"), line(CARLA, "10", "20.00"));

        assertThat(sold(minimum, lines)).containsExactly("20.00", "0.00", "30.00");
    }

    @Test
    void aCorrectionIsTheDifferenceToWhatWasSoldBeforeAndMovesOthersWhoseBandItMoves() {
        var bands = prices(
                "all",
                """
                "entries":[{"product":"endpoint-advanced","model":"volume",
                  "bands":[{"upTo":10,"unitPrice":"5"},{"upTo":null,"unitPrice":"4"}]}]""");
        var before = List.of(line(ANNA, "4", "8.00"), line(BRUNO, "4", "8.00"));
        var correction = List.of(line(ANNA, "4", "8.00"));

        var corrections = Resale.ofCorrections(JUNE, bands, correction, before);

        assertThat(corrections).extracting(ResaleLine::customerId).containsExactly(ANNA, BRUNO);
        assertThat(corrections).extracting(line -> line.sold().toPlainString()).containsExactly("12.00", "-4.00");
        assertThat(corrections).extracting(line -> line.cost().toPlainString()).containsExactly("8.00", "0");
        assertThat(corrections).extracting(ResaleLine::correctsMonth).containsOnly(JUNE);
        assertThat(corrections.get(0).price().parts().amount()).isEqualByComparingTo("12");
    }

    @Test
    void whatWasSoldAndWhatIsCorrectedAddUpToWhatIsSoldNow() {
        var bands = prices(
                "all",
                """
                "entries":[{"product":"endpoint-advanced","model":"graduated",
                  "bands":[{"upTo":3,"unitPrice":"7.77"},{"upTo":null,"unitPrice":"3.33","flatFee":"1.50"}]}]""");
        var billed = new ArrayList<BilledLine>();
        var steps = List.of("3", "5", "-2", "-9", "7");
        var sum = BigDecimal.ZERO;
        for (var step : steps) {
            var its = List.of(line(ANNA, step, step + ".00"), line(BRUNO, "1", "1.00"));
            var resale = billed.isEmpty() ? Resale.ofMonth(bands, its) : Resale.ofCorrections(JUNE, bands, its, billed);
            sum = sum.add(resale.stream().map(ResaleLine::sold).reduce(BigDecimal.ZERO, BigDecimal::add));
            billed.addAll(its);
        }

        var now = Resale.ofMonth(bands, List.of(line(ANNA, "4", "4.00"), line(BRUNO, "5", "5.00")));
        assertThat(sum)
                .isEqualByComparingTo(now.stream().map(ResaleLine::sold).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<String> sold(ResalePrices prices, List<BilledLine> lines) {
        return Resale.ofMonth(prices, lines).stream()
                .map(line -> line.sold().toPlainString())
                .toList();
    }

    private static ResalePrices prices(String scope, String rest) {
        try {
            return new ResalePrices(MAPPER.readValue(
                    "{\"scope\":\"%s\",\"effectiveFrom\":\"2026-01-01\",\"currency\":\"EUR\",%s}"
                            .formatted(scope, rest),
                    PutResalePriceBook.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BilledLine line(UUID customer, String quantity, String amount) {
        return line(customer, PRODUCT, Fraction.of(new BigDecimal(quantity)), amount);
    }

    private static BilledLine line(UUID customer, String product, Fraction quantity, String amount) {
        return new BilledLine(
                customer,
                product,
                null,
                quantity.shown(),
                quantity,
                CountMethod.PEAK,
                LocalDate.of(2028, 6, 30),
                "1-99",
                new BigDecimal("2.90"),
                new BigDecimal(amount),
                Parts.ofUnits(new BigDecimal(amount)),
                null);
    }
}
