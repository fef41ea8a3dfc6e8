package dev.kontor.billing.usage;

import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.reporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Level;
import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.pricebooks.PriceBooks;
import dev.kontor.testkit.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 20 and 21 for a partner with so many customers that its month is read in one pass. */
@JourneyTest
class LargePartnerTest {

    private static final int CUSTOMERS = 260;
    private static final String PRODUCT = "endpoint-advanced";

    @Inject
    Suite suite;

    @Inject
    MonthCounts counts;

    @Inject
    Partners partners;

    @Inject
    PriceBooks books;

    @Inject
    RulesInForce rules;

    @Test
    void countsEachOfManyCustomersAsIfItWereAlone() {
        var month = suite.freshMonth();
        var partnerId = suite.partner();
        var start = at(month.atDay(1));
        var before = at(month.minusMonths(1).atDay(20));
        var customers =
                IntStream.range(0, CUSTOMERS).mapToObj(i -> UUID.randomUUID()).toList();
        var midday = customers.get(7);
        var observed = customers.get(11);
        customers.forEach(id -> {
            Suite.customer("customer.created", id, partnerId, "monthly", before).send(partnerId);
            var since = id.equals(midday) ? start.plus(Duration.ofHours(10)) : before;
            Suite.licenses(id, partnerId, "monthly", PRODUCT, since).send(partnerId);
        });
        suite.catchUp();

        var levels = new ArrayList<Level>();
        for (var i = 0; i < CUSTOMERS; i++) {
            var id = customers.get(i);
            if (i % 3 == 0) {
                levels.add(level(id, before, 40 + i));
            }
            if (i % 5 != 0) {
                levels.add(level(id, start.plus(Duration.ofHours(9)), 1 + i % 17));
                levels.add(level(id, start.plus(Duration.ofHours(11)), 1 + i % 13));
                levels.add(level(id, start.plus(Duration.ofHours(30)), 1 + i % 11));
            }
        }
        report(levels.toArray(Level[]::new)).then().body("stored", equalTo(levels.size()));
        reporter()
                .contentType("application/json")
                .body(
                        """
                        [{"eventId":"%s","customerId":"%s","product":"%s","deviceId":"kiosk","kind":"computer","lastSeenAt":"%s"}]"""
                                .formatted(UUID.randomUUID(), observed, PRODUCT, start.plus(Duration.ofHours(3))))
                .post("/v1/device-observations")
                .then()
                .body("stored", equalTo(1));

        var partner = asWorker(() -> partners.find(partnerId)).orElseThrow();
        var book = asWorker(() -> books.inForce(partner, month)).orElseThrow().book();
        var today = rules.today();
        Stream.of(Period.of(month, TestClock.now()), Period.whole(month)).forEach(period -> {
            var together = asWorker(() -> counts.of(partner, period, book, today));
            for (var customer : customers) {
                var alone = asWorker(() -> counts.upTo(Long.MAX_VALUE, partner, period, book, today, customer));
                assertThat(together.getOrDefault(customer, List.of())).isEqualTo(alone);
            }
            assertThat(together.values().stream().flatMap(List::stream)).hasSizeGreaterThan(CUSTOMERS / 2);
        });
    }

    private static Level level(UUID customer, Instant at, int quantity) {
        return new Level(UUID.randomUUID().toString(), customer, PRODUCT, at, String.valueOf(quantity));
    }
}
