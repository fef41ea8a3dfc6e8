package dev.kontor.billing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.DayLevel;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.billing.model.PlainModel.Reported;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.Corrections;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.rules.RulesVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Counting and rating against a second, plain implementation on random worlds, and what must not make a difference. */
class PlainModelTest {

    @Property(tries = 500)
    void everyAmountIsWhatThePlainModelSays(@ForAll long seed) {
        var world = new World(seed);

        assertThat(amounts(rated(world).lines())).isEqualTo(plain(world));
    }

    @Property(tries = 200)
    void theLinesAddUpToTheTotal(@ForAll long seed) {
        var world = new World(seed);
        var rated = rated(world);

        assertThat(BilledLine.total(rated.lines())).isEqualByComparingTo(rated.total());
    }

    @Property(tries = 200)
    void theOrderOfWhatIsReportedDoesNotMatter(@ForAll long seed) {
        var world = new World(seed);
        var before = rated(world).lines();
        world.usage.replaceAll((customer, usage) -> shuffled(usage, new Random(seed)));

        assertThat(rated(world).lines()).isEqualTo(before);
    }

    @Property(tries = 200)
    void aLevelReportedAgainDoesNotMatter(@ForAll long seed) {
        var world = new World(seed);
        var before = rated(world).lines();
        world.usage.replaceAll((customer, usage) -> twice(usage));

        assertThat(rated(world).lines()).isEqualTo(before);
    }

    @Property(tries = 200)
    void countingByDaysIsCountingByRecordsWhereLicencesChangeAtMidnight(@ForAll long seed) {
        var world = new World(seed);
        var wholeDays = List.of(
                new Segment("endpoint-advanced", "endpoint", day(-20), day(10), null),
                new Segment("endpoint-essentials", "endpoint", day(10), null, null));
        world.usage.values().forEach(usage -> usage.values().forEach(reported -> {
            var records = Map.of("endpoint-advanced", new Reported(reported.records(), List.of()));
            var byDay = Levels.ofDays(null, days(reported.records()));
            assertThat(new CustomerUsage(Map.of("endpoint-advanced", byDay), World.CATEGORIES, wholeDays)
                            .count(Period.whole(World.MONTH), world.prices.terms(null)))
                    .isEqualTo(world.count(records, wholeDays));
        }));
    }

    @Property(tries = 200)
    void lateUsageCorrectedIsWhatInTimeWouldHaveBeen(@ForAll long seed) {
        var late = new World(seed);
        var inTime = rated(late).lines();
        late.usage.replaceAll((customer, usage) -> half(usage));
        var billed = new ArrayList<BilledLine>(rated(late).lines());

        billed.addAll(Corrections.of(World.MONTH, inTime, billed));

        assertThat(notZero(amounts(billed))).isEqualTo(notZero(amounts(inTime)));
        assertThat(Corrections.of(World.MONTH, inTime, billed)).isEmpty();
    }

    @Property(tries = 200)
    void seatsMovedBetweenCustomersDoNotChangeThePartnersTotal(@ForAll long seed) {
        var world = new World(seed);
        var counts = world.counts();
        var sums = new TreeMap<String, Fraction>();
        counts.values()
                .forEach(its -> its.forEach(count -> sums.merge(count.product(), count.billable(), Fraction::plus)));
        var moved = Map.of(
                new UUID(0x7000, 1),
                sums.entrySet().stream()
                        .map(sum -> new MonthCount(
                                sum.getKey(),
                                null,
                                sum.getValue(),
                                sum.getValue(),
                                world.rule().method(),
                                World.MONTH.atDay(1),
                                BigDecimal.ZERO))
                        .toList());

        assertThat(RatedMonth.of(RulesVersion.TODAY, world.prices, moved).total())
                .isEqualTo(
                        RatedMonth.of(RulesVersion.TODAY, world.prices, counts).total());
    }

    /** Rule 22: the parts say why a line costs what it costs. */
    @Property(tries = 200)
    void thePartsOfEachLineAddUpToItsAmount(@ForAll long seed) {
        var lines = rated(new World(seed)).lines();

        assertThat(lines).allSatisfy(line -> assertThat(line.parts().amount()).isEqualByComparingTo(line.amount()));
    }

    private static RatedMonth rated(World world) {
        return RatedMonth.of(RulesVersion.TODAY, world.prices, world.counts());
    }

    private static Map<String, BigDecimal> plain(World world) {
        var byProduct = new TreeMap<String, Map<String, Exact>>();
        var unused = new TreeMap<String, Map<String, Exact>>();
        world.usage.forEach((customer, usage) -> PlainModel.count(
                        World.MONTH, usage, World.CATEGORIES, world.segments.get(customer), world.rule(), world.prices)
                .forEach(billed -> (billed.used() ? byProduct : unused)
                        .computeIfAbsent(billed.product(), product -> new TreeMap<>())
                        .put(customer.toString(), billed.billable())));
        // Only where nobody used the product, those who hold it pay its minimum.
        unused.forEach((product, its) -> {
            var used = byProduct.computeIfAbsent(product, any -> new TreeMap<>());
            if (used.values().stream().allMatch(quantity -> quantity.signum() == 0)) {
                used.putAll(its);
            }
        });
        var amounts = new TreeMap<String, BigDecimal>();
        byProduct.forEach((product, quantities) -> PlainModel.rate(
                        world.prices.entry(product).orElseThrow(), world.prices.digits(), quantities)
                .forEach((customer, amount) -> amounts.put(customer + " " + product, plainly(amount))));
        return amounts;
    }

    private static Map<String, BigDecimal> amounts(List<BilledLine> lines) {
        var amounts = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> amounts.merge(line.customerId() + " " + line.product(), line.amount(), BigDecimal::add));
        amounts.replaceAll((line, amount) -> plainly(amount));
        return amounts;
    }

    /** Nothing is no line of a correction. */
    private static Map<String, BigDecimal> notZero(Map<String, BigDecimal> amounts) {
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private static BigDecimal plainly(BigDecimal amount) {
        return amount.setScale(3);
    }

    private static Map<String, Reported> shuffled(Map<String, Reported> usage, Random random) {
        var shuffled = new HashMap<String, Reported>();
        usage.forEach((product, reported) -> {
            var records = new ArrayList<Level>(reported.records());
            var sightings = new ArrayList<Sighting>(reported.sightings());
            Collections.shuffle(records, random);
            Collections.shuffle(sightings, random);
            shuffled.put(product, new Reported(records, sightings));
        });
        return shuffled;
    }

    private static Map<String, Reported> twice(Map<String, Reported> usage) {
        var twice = new HashMap<String, Reported>();
        usage.forEach((product, reported) -> twice.put(
                product,
                new Reported(
                        Stream.concat(reported.records().stream(), reported.records().stream())
                                .toList(),
                        Stream.concat(reported.sightings().stream(), reported.sightings().stream())
                                .toList())));
        return twice;
    }

    private static Map<String, Reported> half(Map<String, Reported> usage) {
        var half = new HashMap<String, Reported>();
        usage.forEach((product, reported) -> half.put(
                product,
                new Reported(
                        reported.records().subList(0, reported.records().size() / 2),
                        reported.sightings().subList(0, reported.sightings().size() / 2))));
        return half;
    }

    private static List<DayLevel> days(List<Level> records) {
        var byDay = new TreeMap<LocalDate, List<Level>>();
        records.forEach(record -> byDay.computeIfAbsent(
                        record.observedAt().atOffset(ZoneOffset.UTC).toLocalDate(), day -> new ArrayList<>())
                .add(record));
        return byDay.entrySet().stream()
                .map(day -> new DayLevel(
                        day.getKey(),
                        day.getValue().stream()
                                .map(Level::quantity)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        day.getValue().stream()
                                .max(Comparator.comparing(Level::observedAt).thenComparing(Level::arrival))
                                .orElseThrow()
                                .quantity()))
                .toList();
    }

    private static Instant day(int days) {
        return World.MONTH.atDay(1).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
