package dev.kontor.billing.periods;

import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.Suite.Customer;
import dev.kontor.testkit.TestClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules 7 and 21: who leaves is billed to whom it was with. */
@JourneyTest
class DisconnectJourneyTest {

    private static final UUID VENDOR = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Inject
    Suite suite;

    @Test
    void theLastMonthIsBilledToTheDisconnectingPartnerAndNoMore() {
        var month = suite.freshMonth();
        var next = month.plusMonths(1);
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        TestClock.moveTo(at(next.atDay(1)));

        moved(bakery, VENDOR, 2, next.atDay(1) + "T00:00:00Z");

        close(month);
        statement(partner, month).then().body("items[0].total.amount", equalTo("32.00"));
        statement(partner, next).then().body("items[0].lines", empty());
    }

    @Test
    void eachPartnerIsBilledForItsOwnTimeOfACustomerThatMoves() {
        var month = suite.freshMonth();
        var before = suite.partner();
        var after = suite.partner();
        var bakery = suite.monthly(before, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        TestClock.moveTo(at(month.atDay(10)));
        moved(bakery, after, 2, null);
        suite.tell(
                Suite.licenses(bakery.id(), after, "monthly", "endpoint-advanced", TestClock.now())
                        .with("state.version", 2),
                after);
        TestClock.moveTo(at(month.atDay(12)));
        report(level(bakery, "endpoint-advanced", month.atDay(12), "4")).then().statusCode(200);
        end(month);

        close(month);

        statement(before, month).then().body("items[0].total.amount", equalTo("32.00"));
        statement(after, month).then().body("items[0].total.amount", equalTo("12.80"));
    }

    @Test
    void aCustomerConvertedInTheMinuteItWasConnectedIsBilled() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.trial(suite.partner(), "endpoint-advanced");
        TestClock.moveTo(at(month.atDay(10)).plusSeconds(30));
        moved(bakery, partner, 2, null);

        converted(bakery, partner, at(month.atDay(10)), null);

        assertBilled(bakery, partner, month);
    }

    @Test
    void aCustomerWhoseLicenceIsKnownBeforeItsMoveIsBilledToWhomItMovedTo() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.trial(suite.partner(), "endpoint-advanced");
        TestClock.moveTo(at(month.atDay(10)));

        converted(bakery, partner, at(month.atDay(10)), null);
        moved(bakery, partner, 2, null);

        assertBilled(bakery, partner, month);
    }

    @Test
    void aLicenceThatIsHeardOfWhenItHasEndedIsBilledToWhoHadTheCustomerThen() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.trial(suite.partner(), "endpoint-advanced");
        TestClock.moveTo(at(month.atDay(10)).plusSeconds(30));
        moved(bakery, partner, 2, null);
        TestClock.moveTo(at(month.atDay(15)));
        moved(bakery, VENDOR, 3, null);

        converted(bakery, VENDOR, at(month.atDay(10)), at(month.atDay(15)));

        assertBilled(bakery, partner, month);
    }

    private static void assertBilled(Customer customer, UUID partner, YearMonth month) {
        report(level(customer, "endpoint-advanced", month.atDay(11), "4"))
                .then()
                .body("stored", equalTo(1));
        end(month);
        close(month);
        statement(partner, month).then().body("items[0].total.amount", equalTo("12.80"));
    }

    private void converted(Customer customer, UUID partner, Instant from, Instant until) {
        suite.tell(
                Suite.licenses(customer.id(), partner, "monthly", "endpoint-advanced", from)
                        .with("state.version", 2)
                        .with("state.licenses.0.endAt", until),
                partner);
    }

    private void moved(Customer customer, UUID to, int version, String disconnectedAt) {
        var event = disconnectedAt == null ? "customer.connected" : "customer.disconnected";
        suite.tell(
                Suite.customer(event, customer.id(), to, "monthly", TestClock.now())
                        .with("state.version", version)
                        .with("state.disconnectedAt", disconnectedAt),
                to);
    }
}
