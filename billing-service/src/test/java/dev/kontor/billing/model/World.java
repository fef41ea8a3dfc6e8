package dev.kontor.billing.model;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Devices;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.billing.model.PlainModel.Reported;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A partner's month made up at random: customers, their licences, what was reported of them, and prices. */
final class World {

    static final YearMonth MONTH = YearMonth.of(2026, 11);
    static final Map<String, String> CATEGORIES = Map.of(
            "endpoint-essentials", "endpoint",
            "endpoint-advanced", "endpoint",
            "server-advanced", "server");

    private static final List<String> PRODUCTS =
            CATEGORIES.keySet().stream().sorted().toList();

    private static final Duration HOUR = Duration.ofHours(1);

    private final Random random;
    private long arrival;

    final Map<UUID, Map<String, Reported>> usage = new LinkedHashMap<>();
    final Map<UUID, List<Segment>> segments = new LinkedHashMap<>();
    final PriceBook prices;

    World(long seed) {
        random = new Random(seed);
        prices = prices();
        var customers = 1 + random.nextInt(4);
        for (var i = 0; i < customers; i++) {
            var customer = new UUID(0x7000, random.nextLong());
            segments.put(customer, selected());
            var reported = new HashMap<String, Reported>();
            PRODUCTS.stream()
                    .filter(product -> random.nextInt(4) > 0)
                    .forEach(product -> reported.put(product, reported()));
            usage.put(customer, reported);
        }
    }

    Map<UUID, List<MonthCount>> counts() {
        var counts = new HashMap<UUID, List<MonthCount>>();
        usage.forEach((customer, reported) -> counts.put(customer, count(reported, segments.get(customer))));
        return counts;
    }

    List<MonthCount> count(Map<String, Reported> reported, List<Segment> selected) {
        var levels = new HashMap<String, Levels>();
        reported.forEach((product, its) -> levels.put(product, levels(its)));
        return new CustomerUsage(levels, CATEGORIES, selected).count(Period.whole(MONTH), prices.terms(null));
    }

    private static Levels levels(Reported reported) {
        var records = Levels.of(reported.records());
        return reported.sightings().isEmpty()
                ? records
                : records.with(Devices.of(reported.sightings()), MONTH.atEndOfMonth());
    }

    CountRule rule() {
        return prices.countRule(PRODUCTS.get(0));
    }

    private List<Segment> selected() {
        var selected = new ArrayList<Segment>();
        var changes = at(random.nextInt(30 * 24));
        switch (random.nextInt(7)) {
            case 0 -> selected.add(segment("endpoint-advanced", at(-500), null));
            case 1 -> selected.add(segment("endpoint-advanced", changes, null));
            case 2 -> {
                selected.add(segment("endpoint-essentials", at(-500), changes));
                selected.add(segment("endpoint-advanced", changes, null));
            }
            case 3 -> {
                // There and back, once more for another quantity.
                selected.add(segment("endpoint-advanced", at(-500), changes));
                selected.add(segment("endpoint-essentials", changes, changes.plus(HOUR.multipliedBy(50))));
                selected.add(segment(
                        "endpoint-advanced", changes.plus(HOUR.multipliedBy(50)), changes.plus(HOUR.multipliedBy(90))));
                selected.add(segment("endpoint-advanced", changes.plus(HOUR.multipliedBy(90)), null));
            }
            case 4 -> {
                // Side by side, and a time with none.
                selected.add(segment("endpoint-essentials", at(-700), at(24 * 20)));
                selected.add(segment("endpoint-advanced", changes, changes.plus(HOUR.multipliedBy(30))));
                selected.add(segment("endpoint-advanced", at(24 * 25), null));
            }
            case 5 -> selected.add(segment("endpoint-advanced", at(-300), changes));
            default -> selected.add(segment("endpoint-essentials", at(-500), at(24 * random.nextInt(30))));
        }
        if (random.nextBoolean()) {
            selected.add(segment("server-advanced", at(-500), null));
        }
        return selected;
    }

    private static Segment segment(String product, Instant from, Instant until) {
        return new Segment(product, CATEGORIES.get(product), from, until, null);
    }

    private Reported reported() {
        var records = new ArrayList<Level>();
        for (var i = random.nextInt(20); i > 0; i--) {
            records.add(new Level(anyTime(), arrival++, new BigDecimal(random.nextInt(200))));
        }
        var sightings = new ArrayList<Sighting>();
        for (var i = random.nextInt(3) == 0 ? random.nextInt(25) : 0; i > 0; i--) {
            var device = random.nextInt(6);
            var user = random.nextInt(4) == 0 ? null : "user-" + random.nextInt(3);
            sightings.add(new Sighting("device-" + device, user, device == 0, anyTime(), arrival++));
        }
        return new Reported(records, sightings);
    }

    /** From 50 days before the month to its end, every hour. */
    private Instant anyTime() {
        return at(random.nextInt((50 + 30) * 24) - 50 * 24);
    }

    private static Instant at(int hours) {
        return Period.start(MONTH).plus(Duration.ofHours(hours));
    }

    private PriceBook prices() {
        var method = any(List.of(CountMethod.values()));
        var rule = new CountRule(method, method == CountMethod.AS_OF_DAY ? 1 + random.nextInt(31) : null);
        var entries = new HashMap<String, PriceEntry>();
        PRODUCTS.forEach(product -> entries.put(product, price(product, rule)));
        var currency = any(List.of("EUR", "JPY", "KWD"));
        return new PriceBook(currency, any(List.of(Proration.values())), any(List.of(ProductChange.values())), entries);
    }

    private PriceEntry price(String product, CountRule rule) {
        var model = any(List.of(PriceModel.values()));
        var bands = new ArrayList<Band>();
        var single = model == PriceModel.FLAT || model == PriceModel.PACKAGE;
        var upTo = 0;
        for (var i = single ? 0 : random.nextInt(3); i > 0; i--) {
            upTo += 1 + random.nextInt(150);
            bands.add(band(BigDecimal.valueOf(upTo)));
        }
        bands.add(band(null));
        return new PriceEntry(
                product,
                model,
                model == PriceModel.PACKAGE ? BigDecimal.valueOf(1 + random.nextInt(20)) : null,
                bands,
                random.nextInt(4) == 0 ? BigDecimal.valueOf(random.nextInt(100)) : null,
                random.nextInt(4) == 0 ? BigDecimal.valueOf(100 + random.nextInt(1_000)) : null,
                rule);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Band band(BigDecimal upTo) {
        return new Band(
                upTo,
                BigDecimal.valueOf(random.nextInt(2_000_000_000), 8),
                random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(5_000), 2) : null);
    }
}
