package dev.kontor.billing.rules2026a;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.ratedmonths.Corrections;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import dev.kontor.billing.rules.RulesVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months closed before December 2026 keep what they were billed by, faults included; months of today don't have those. */
class OldRulesTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Map<String, String> CATEGORIES =
            Map.of("endpoint-advanced", "endpoint", "endpoint-essentials", "endpoint");

    /** Three customers of 20/30 of a seat each are two seats (rule 21), and were 2.00000001. */
    private static final Map<UUID, CustomerUsage> TWO_THIRDS_EACH = IntStream.rangeClosed(1, 3)
            .boxed()
            .collect(Collectors.toMap(
                    i -> new UUID(0x7000, i),
                    i -> usage(
                            List.of(segment("endpoint-advanced", "2026-11-11T00:00:00Z", null)),
                            level("2026-11-11T06:00:00Z", "1"))));

    private static final PriceEntry PACKAGES_OF_TWO = new PriceEntry(
            "endpoint-advanced",
            PriceModel.PACKAGE,
            new BigDecimal("2"),
            List.of(new Band(null, new BigDecimal("100"), null)),
            null,
            null,
            CountRule.PEAK);

    @Test
    void anEdgeThatIsMetExactlyWasPassed() {
        var book = book(Proration.BY_DAY, PACKAGES_OF_TWO);

        assertThat(rated(RulesVersion.RULES_2026A, book, TWO_THIRDS_EACH).total())
                .isEqualTo("200.00");
        assertThat(rated(RulesVersion.TODAY, book, TWO_THIRDS_EACH).total()).isEqualTo("100.00");
    }

    @Test
    void theLastProductWasBilledByTheWholeMonth() {
        var changed = Map.of(
                new UUID(0x7000, 1),
                usage(
                        List.of(
                                segment("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-07T00:00:00Z"),
                                segment("endpoint-advanced", "2026-11-07T00:00:00Z", null)),
                        level("2026-11-02T06:00:00Z", "100")));
        var book = book(Proration.FULL_MONTH, flat("endpoint-advanced", null), flat("endpoint-essentials", null));

        assertThat(rated(RulesVersion.RULES_2026A, book, changed).total()).isEqualTo("100.00");
        assertThat(rated(RulesVersion.TODAY, book, changed).total()).isEqualTo("200.00");
    }

    @Test
    void aMinimumWasOwedOnlyWithUsage() {
        var unused = Map.of(
                new UUID(0x7000, 1),
                usage(
                        List.of(segment("endpoint-advanced", "2026-11-01T00:00:00Z", null)),
                        level("2026-11-02T06:00:00Z", "0")));
        var book = book(Proration.FULL_MONTH, flat("endpoint-advanced", "50"));

        assertThat(rated(RulesVersion.RULES_2026A, book, unused).total()).isEqualTo("0.00");
        assertThat(rated(RulesVersion.TODAY, book, unused).total()).isEqualTo("50.00");
    }

    @Test
    void aMonthRatedAgainByItsOwnRulesIsCorrectedByNothing() {
        var average = new PriceEntry(
                "endpoint-advanced",
                PriceModel.FLAT,
                null,
                List.of(new Band(null, new BigDecimal("10000000"), null)),
                null,
                null,
                new CountRule(CountMethod.AVERAGE, null));
        var book = book(Proration.BY_DAY, average);
        var billed = rated(RulesVersion.RULES_2026A, book, TWO_THIRDS_EACH).lines();

        assertThat(Corrections.of(
                        NOVEMBER,
                        rated(RulesVersion.RULES_2026A, book, TWO_THIRDS_EACH).lines(),
                        billed))
                .isEmpty();
        assertThat(Corrections.of(
                        NOVEMBER,
                        rated(RulesVersion.TODAY, book, TWO_THIRDS_EACH).lines(),
                        billed))
                .isNotEmpty();
    }

    private static RatedMonth rated(RulesVersion rules, PriceBook book, Map<UUID, CustomerUsage> usage) {
        return RatedMonth.of(
                rules,
                book,
                usage.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                its -> rules.count(its.getValue(), Period.whole(NOVEMBER), book.terms(null)))));
    }

    private static PriceBook book(Proration proration, PriceEntry... entries) {
        return new PriceBook(
                "EUR",
                proration,
                ProductChange.EACH,
                List.of(entries).stream().collect(Collectors.toMap(PriceEntry::product, entry -> entry)));
    }

    private static PriceEntry flat(String product, String minimum) {
        return new PriceEntry(
                product,
                PriceModel.FLAT,
                null,
                List.of(new Band(null, BigDecimal.ONE, null)),
                minimum == null ? null : new BigDecimal(minimum),
                null,
                CountRule.PEAK);
    }

    private static CustomerUsage usage(List<Segment> segments, Level... levels) {
        return new CustomerUsage(Map.of("endpoint-advanced", Levels.of(List.of(levels))), CATEGORIES, segments);
    }

    private static Level level(String at, String quantity) {
        return new Level(Instant.parse(at), 0, new BigDecimal(quantity));
    }

    private static Segment segment(String product, String from, String until) {
        return new Segment(product, "endpoint", Instant.parse(from), until == null ? null : Instant.parse(until), null);
    }
}
