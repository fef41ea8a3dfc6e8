package dev.kontor.billing.rating;

import static dev.kontor.billing.rating.Prices.entry;
import static dev.kontor.billing.rating.Prices.flat;
import static dev.kontor.billing.rating.Prices.graduated;
import static dev.kontor.billing.rating.Prices.limited;
import static dev.kontor.billing.rating.Prices.open;
import static dev.kontor.billing.rating.Prices.packages;
import static dev.kontor.billing.rating.Prices.upTo;
import static dev.kontor.billing.rating.Prices.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceBookRulesTest {

    @Test
    void goodPricesOfEveryModelPass() {
        assertThat(violations(volume(upTo("499", "3"), open("2.12345678")))).isEmpty();
        assertThat(violations(graduated(upTo("499", "3", "10"), open("2")))).isEmpty();
        assertThat(violations(flat("0"))).isEmpty();
        assertThat(violations(packages("2.5", "3"))).isEmpty();
    }

    @Test
    void bandsMustRiseAndEndOpen() {
        assertThat(violations(volume(upTo("10", "3"), upTo("10", "2"), open("1"))))
                .containsExactly("/entries/0/bands/1/upTo bands-not-rising");
        assertThat(violations(volume(upTo("0", "3"), open("1"))))
                .containsExactly("/entries/0/bands/0/upTo bands-not-rising");
        assertThat(violations(volume(upTo("10", "3")))).containsExactly("/entries/0/bands/0/upTo last-band-not-open");
        assertThat(violations(volume(open("3"), open("1"))))
                .containsExactly("/entries/0/bands/0/upTo band-open-too-early");
        assertThat(violations(volume())).containsExactly("/entries/0/bands no-bands");
    }

    @Test
    void flatAndPackageHaveOneBand() {
        assertThat(violations(entry(PriceModel.FLAT, null, upTo("10", "3"), open("1"))))
                .containsExactly("/entries/0/bands one-band-only");
        assertThat(violations(entry(PriceModel.PACKAGE, null, open("1"))))
                .containsExactly("/entries/0/packageSize package-size-missing");
        assertThat(violations(packages("0", "1"))).containsExactly("/entries/0/packageSize package-size-missing");
    }

    @Test
    void pricesAreNotNegativeAndHaveAtMostEightDigits() {
        assertThat(violations(flat("-0.01"))).containsExactly("/entries/0/bands/0/unitPrice negative");
        assertThat(violations(flat("0.123456789"))).containsExactly("/entries/0/bands/0/unitPrice too-many-digits");
    }

    @Test
    void theMaximumIsNotBelowTheMinimum() {
        assertThat(violations(limited(flat("1"), "10", "9")))
                .containsExactly("/entries/0/maximum maximum-below-minimum");
    }

    @Test
    void aDayIsNamedWhereOneIsCounted() {
        var flat = flat("1");
        var noDay = new CountRule(CountMethod.AS_OF_DAY, null);

        assertThat(violations(new PriceEntry(flat.product(), flat.model(), null, flat.bands(), null, null, noDay)))
                .containsExactly("/entries/0/asOfDay as-of-day-missing");
    }

    @Test
    void theCurrencyIsMoneyAndEachProductHasOnePrice() {
        var book = new PriceBook("XXX", Proration.FULL_MONTH, ProductChange.EACH, Map.of());

        assertThat(PriceBookRules.check(book, List.of(flat("1"), flat("1"))))
                .extracting(PriceBookRules.Violation::code)
                .containsExactly("currency-unknown", "product-twice");
    }

    private static List<String> violations(PriceEntry entry) {
        return PriceBookRules.check(
                        new PriceBook("EUR", Proration.FULL_MONTH, ProductChange.EACH, Map.of()), List.of(entry))
                .stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }
}
